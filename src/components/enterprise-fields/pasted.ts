/** Enterprises out of a text that somebody pasted or scanned, such as an invoice's lines or a licence's code. */
import { creditCodeFault, enterpriseSchema, normalizeCreditCode, type Enterprise } from '../../shared/records'

export type EnterpriseText = { name: string; creditCode: string }

/** Eighteen characters from every place of the text on, with the spaces and hyphens between groups; no part of a longer number. */
const codeFromHere = /(?=([0-9A-Za-z](?:[ -]?[0-9A-Za-z]){17})(?![0-9A-Za-z]))/g
const names = /[一-鿿()()·A-Za-z0-9]{2,58}(?:公司|合作社|厂|中心|集团|事务所|研究院|合伙企业|商行|工作室|店)/
const labels = /(?:企业)?名称|统一社会信用代码|信用代码|纳税人识别号|税号/g

/** The first right code in a text, as it stands there; null if there is none. */
function codeIn(text: string): string | null {
  for (const { index, 1: code = '' } of text.matchAll(codeFromHere)) {
    // Older phones know no look-behind.
    if (/[0-9A-Za-z]/.test(text.charAt(index - 1))) continue
    if (creditCodeFault(code) === null) return code
  }
  return null
}

/**
 * Name and code that stand together in a text; null when the text is not both. A code with a wrong check
 * character is not found: the person sees it where they typed it.
 */
export function enterpriseInText(text: string): EnterpriseText | null {
  const found = enterpriseScanned(text)
  return found && found.name !== '' ? found : null
}

/** The enterprise of a scanned code: an enterprise's own, or a business licence's. The name is empty when it is not in there. */
export function enterpriseScanned(text: string): EnterpriseText | null {
  const code = codeIn(text.replace(/\n/g, ';'))
  if (code === null) return null
  const rest = text
    .replace(code, ' ')
    .replace(labels, ' ')
    .replace(/[::,,;;]/g, ' ')
  // The addresses in licences' codes hold names of systems, not of enterprises.
  const name = /^\s*https?:/i.test(text) ? '' : (names.exec(rest)?.[0] ?? '')
  return { name, creditCode: normalizeCreditCode(code) }
}

/** What an enterprise's own code says: the same two lines that a licence's text has, for anybody's scanner. */
export function enterpriseCodeText({ name, creditCode }: EnterpriseText): string {
  return `统一社会信用代码:${creditCode}\n企业名称:${name}`
}

export type ListLine = {
  /** From 1, as the person counts. */
  number: number
  text: string
  /** The enterprise of the line, or what is wrong with it. */
  enterprise: Enterprise | null
  fault: string
}

/**
 * The lines of a pasted list, one enterprise each, name and code in any order; empty ones and a line of headings
 * are left out. `knownName` gives the name of a code that stands alone.
 */
export function enterprisesInList(text: string, knownName: (code: string) => string | null): ListLine[] {
  const lineOf = new Map<string, number>()
  return text.split(/\r?\n/).flatMap((line, index): ListLine[] => {
    const number = index + 1
    const trimmed = line.trim()
    const code = codeIn(trimmed)
    if (trimmed === '' || (code === null && /名称/.test(trimmed) && /代码/.test(trimmed))) return []
    const wrong = (fault: string) => [{ number, text: trimmed, enterprise: null, fault }]
    if (code === null) return wrong(faultWithoutCode(trimmed))
    const creditCode = normalizeCreditCode(code)
    const first = lineOf.get(creditCode)
    if (first !== undefined) return wrong(`与第 ${first} 行是同一家企业`)
    const name = nameBeside(trimmed, code) || knownName(creditCode)
    if (!name) return wrong('没有企业名称,请写在代码旁边')
    const enterprise = enterpriseSchema.safeParse({ name, creditCode })
    if (!enterprise.success) return wrong(`企业名称${enterprise.error.issues[0]?.message ?? '不对'}`)
    lineOf.set(creditCode, number)
    return [{ number, text: trimmed, enterprise: enterprise.data, fault: '' }]
  })
}

function nameBeside(line: string, code: string): string {
  const parts = line
    .replace(code, '\t')
    .replace(labels, ' ')
    .split(/[\t,,;;::|]/)
    .map((part) => part.replace(/^\s*\d{1,4}[..、)\s]+/, '').trim())
  // Beside a name stand numbers of lines, dates and the like.
  return parts.filter((part) => /\p{L}/u.test(part)).sort((a, b) => b.length - a.length)[0] ?? ''
}

function faultWithoutCode(line: string): string {
  const near = line.match(/[0-9A-Za-z]{12,}/)?.[0]
  return near === undefined ? '没有统一社会信用代码' : (creditCodeFault(near) ?? '没有统一社会信用代码')
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
