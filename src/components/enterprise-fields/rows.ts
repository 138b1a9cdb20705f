/** A pasted list as rows that can be put right before they are stored. */
import { enteredEnterpriseSchema, limits } from '../../shared/records'
import { enterprisesInList, type EnterpriseText, type ListLine } from './pasted'

/** What was typed over the name and code of a line, by the line's text. */
export type Edits = Readonly<Record<string, EnterpriseText>>

export type PastedRow = ListLine & {
  /** Name and code as they stand in the row's fields; null for a line in which no enterprise was found. */
  entered: EnterpriseText | null
}

/**
 * The rows of the first `limits.pastedLines` lines that are not empty, each with its enterprise or what is wrong with
 * it; and the lines beyond, which nobody has looked at.
 */
export function pastedRows(
  text: string,
  edits: Edits,
  knownName: (code: string) => string | null,
): { rows: PastedRow[]; beyond: string[] } {
  const lines = text.split(/\r?\n/)
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]))
  const end = filled[limits.pastedLines] ?? lines.length
  const rowOf = new Map<string, number>()
  const rows = enterprisesInList(lines.slice(0, end).join('\n'), knownName).map((line): PastedRow => {
    if (!line.enterprise) return { ...line, entered: null }
    const entered = edits[line.text] ?? line.enterprise
    const wrong = (fault: string) => ({ ...line, entered, enterprise: null, fault })
    const read = enteredEnterpriseSchema.safeParse(entered)
    if (!read.success) {
      const issue = read.error.issues[0]
      const ofName = issue?.path[0] === 'name' ? '企业名称' : ''
      return wrong(ofName + (issue?.message ?? '不对'))
    }
    const first = rowOf.get(read.data.creditCode)
    if (first !== undefined) return wrong(`与第 ${first} 行是同一家企业`)
    rowOf.set(read.data.creditCode, line.number)
    return { ...line, entered, enterprise: read.data }
  })
  return { rows, beyond: lines.slice(end).filter((line) => line.trim() !== '') }
}
