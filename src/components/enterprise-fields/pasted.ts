/** An enterprise out of a text that somebody pasted, such as a name card's or an invoice's lines. */
import { creditCodeFault, normalizeCreditCode } from '../../shared/records'

export type EnterpriseText = { name: string; creditCode: string }

const codeInText = /[0-9A-Za-z](?:[\s-]?[0-9A-Za-z]){17}/g
const names = /[一-鿿()()·A-Za-z0-9]{2,58}?(?:公司|合作社|厂|中心|集团|事务所|研究院|合伙企业|商行|工作室|店)/

/**
 * Name and code that stand together in a text; null when the text is not both. A code with a wrong check
 * character is not found: the person sees it where they typed it.
 */
export function enterpriseInText(text: string): EnterpriseText | null {
  const code = (text.match(codeInText) ?? []).find((found) => creditCodeFault(found) === null)
  if (code === undefined) return null
  const rest = text
    .replace(code, ' ')
    .replace(/(?:企业)?名称|统一社会信用代码|纳税人识别号|税号|[::,,;;]/g, ' ')
  const name = names.exec(rest)?.[0]
  return name === undefined ? null : { name, creditCode: normalizeCreditCode(code) }
}

/** What the field says of a code while it is typed. */
export function codeWords(value: string, left: boolean): { tone: 'well' | 'wrong' | 'quiet'; text: string } {
  const code = normalizeCreditCode(value)
  if (code === '') return { tone: 'quiet', text: '营业执照上的 18 位代码,可连同企业名称一起粘贴' }
  const fault = creditCodeFault(code)
  if (fault === null) return { tone: 'well', text: '✓ 校验通过' }
  if (code.length < 18 && !left) return { tone: 'quiet', text: `已输 ${code.length} 位,共 18 位` }
  return { tone: 'wrong', text: fault }
}
