/** Enterprises out of a text that somebody pasted or scanned, such as an invoice's lines or a licence's code. */
import {
  creditCodeFault,
  enteredEnterpriseSchema,
  halfWidth,
  normalizeCreditCode,
  type Enterprise,
} from '../../shared/records'
import { nameIn } from './names'

export type EnterpriseText = { name: string; creditCode: string }
/** With `personCode` it was shown by somebody's phone: staff who scan it confirm that person for the enterprise. */
export type ScannedEnterprise = EnterpriseText & { personCode?: string }

/** The third line of an enterprise's own code. */
const PERSON_LINE = /\n\u6838\u5B9E\u7801[:\uFF1A]([A-Za-z0-9_-]{8,32})\s*$/

/** Eighteen characters from every place of the text on, with the spaces and hyphens between groups; no part of a longer number. */
const codeFromHere = /(?=([0-9A-Za-z](?:[ \-\u2010-\u2015]?[0-9A-Za-z]){17})(?![0-9A-Za-z]))/g

/** The right codes in a text, as they stand there. */
function codesIn(text: string): { code: string; index: number }[] {
  const half = halfWidth(text)
  const found: { code: string; index: number }[] = []
  for (const { index, 1: code = '' } of half.matchAll(codeFromHere)) {
    const last = found[found.length - 1]
    // Older phones know no look-behind.
    const isInside =
      /[0-9A-Za-z]/.test(half.charAt(index - 1)) || (last && index < last.index + last.code.length)
    if (!isInside && creditCodeFault(code) === null) found.push({ code, index })
  }
  return found
}

/** The text with a tab in place of the code. */
function beside(text: string, { code, index }: { code: string; index: number }): string {
  return `${text.slice(0, index)}\t${text.slice(index + code.length)}`
}

/**
 * Name and code that stand together in a text; null when the text is not both. A code with a wrong check
 * character is not found: the person sees it where they typed it.
 */
export function enterpriseInText(text: string): EnterpriseText | null {
  const found = enterpriseOf(text.replace(PERSON_LINE, ''))
  return found && found.name !== '' ? found : null
}

/** The enterprise of a scanned code: an enterprise's own, or a business licence's. The name is empty when it is not in there. */
export function enterpriseScanned(text: string): ScannedEnterprise | null {
  const personCode = PERSON_LINE.exec(text)?.[1]
  const found = enterpriseOf(text.replace(PERSON_LINE, ''))
  return found && (personCode === undefined ? found : { ...found, personCode })
}

function enterpriseOf(text: string): EnterpriseText | null {
  // A line ends a number.
  const [first, ...others] = codesIn(text.replace(/\n/g, ';'))
  if (!first) return null
  const creditCode = normalizeCreditCode(first.code)
  if (others.some(({ code }) => normalizeCreditCode(code) !== creditCode)) return null
  // The addresses in licences' codes hold names of systems, not of enterprises.
  const name = /^\s*https?:/i.test(text) ? '' : nameIn(beside(text, first))
  return { name, creditCode }
}

/**
 * What an enterprise's own code says: the same two lines that a licence's text has, for anybody's scanner, and the
 * code of the person who shows it.
 */
export function enterpriseCodeText({ name, creditCode, personCode }: ScannedEnterprise): string {
  return `统一社会信用代码:${creditCode}\n企业名称:${name}${personCode === undefined ? '' : `\n核实码：${personCode}`}`
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
    const [found, ...others] = codesIn(trimmed)
    if (trimmed === '' || (!found && /名称/.test(trimmed) && /代码/.test(trimmed))) return []
    const wrong = (fault: string) => [{ number, text: trimmed, enterprise: null, fault }]
    if (!found) return wrong(faultWithoutCode(trimmed))
    const creditCode = normalizeCreditCode(found.code)
    if (others.some(({ code }) => normalizeCreditCode(code) !== creditCode))
      return wrong('一行里有两家企业，请分成两行')
    const first = lineOf.get(creditCode)
    if (first !== undefined) return wrong(`与第 ${first} 行是同一家企业`)
    const name = nameIn(beside(trimmed, found)) || knownName(creditCode)
    if (!name) return wrong('没有企业名称,请写在代码旁边')
    const enterprise = enteredEnterpriseSchema.safeParse({ name, creditCode })
    if (!enterprise.success) return wrong(`企业名称${enterprise.error.issues[0]?.message ?? '不对'}`)
    lineOf.set(creditCode, number)
    return [{ number, text: trimmed, enterprise: enterprise.data, fault: '' }]
  })
}

function faultWithoutCode(line: string): string {
  const near = halfWidth(line).match(/[0-9A-Za-z]{12,}/)?.[0]
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
