/** Of `filings`: the due day of monthly reports, which the province sets (D15). */
import { z } from 'zod'
import { MONTHLY_PUBLICATION_DAY, monthSchema } from '../calendar'
import { limits, text, toldLine, toldList, toldText, toldTime } from '../records'

/** From the report of a month on, due on a day of the month after it. */
const dueDayShape = {
  from: monthSchema,
  /** The province publishes by the 10th. */
  day: z.int().min(1).max(MONTHLY_PUBLICATION_DAY),
}

export const reportDueDay = z.object({
  ...dueDayShape,
  version: z.number(),
  reason: toldText,
  by: toldLine,
  at: toldTime,
})
export type ReportDueDay = z.infer<typeof reportDueDay>

export const dueDayActions = {
  /** All settings, the newest first; of those that cover a month the newest counts. */
  dueDays: {
    input: z.strictObject({}),
    output: z.object({ days: toldList(reportDueDay) }),
  },
  /** `replaces` is the version that was seen, 0 for none. */
  setDueDay: {
    input: z.strictObject({
      ...dueDayShape,
      reason: text(limits.reasonLength, 1),
      replaces: z.int().min(0).max(10_000),
    }),
    output: reportDueDay,
  },
}
