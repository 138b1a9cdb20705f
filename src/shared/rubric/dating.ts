// The day on which a record counts, and so in which period (RULES.md G8, H3.4c).
import { z } from 'zod'
import type { CountableRecord } from '../records'

export const datingSchema = z
  .strictObject({
    /** By the day of the act, or by the day on which it was entered in the back end (G8). */
    records: z.enum(['act', 'entry']).default('act'),
    /** Honours: on the day on which they were conferred, in each period in which they are valid, or in the year that they name (D9). */
    honours: z.enum(['conferred', 'valid', 'named']).default('conferred'),
  })
  .default({ records: 'act', honours: 'conferred' })

type Dating = z.infer<typeof datingSchema>
type Dated = { dating: Dating; period: { from: string; to: string } }

/** Does everything count on the day of the act? Then a record counts in the month that it is filed under. */
export function datesByAct({ dating }: Pick<Dated, 'dating'>): boolean {
  return dating.records === 'act' && dating.honours === 'conferred'
}

/** The day (`YYYY-MM-DD`) on which a record counts under a rubric; it may lie outside its period. */
export function dayOf(rubric: Dated, record: CountableRecord): string {
  const { dating, period } = rubric
  if (record.kind === 'honour') {
    const { date, validUntil, forYear } = record
    if (dating.honours === 'valid' && validUntil !== undefined) {
      return date < period.from && validUntil >= period.from ? period.from : date
    }
    if (dating.honours === 'named' && forYear !== undefined) return withinYear(date, forYear)
  }
  return dating.records === 'entry' ? (record.entered ?? record.date) : record.date
}

/** The day itself, or the nearest one of the year. */
function withinYear(date: string, year: string): string {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return date < first ? first : date > last ? last : date
}
