/** `reports`: files to keep, print and hand in. Each action makes one and answers where it can be fetched. */
import { z } from 'zod'
import { toldLine, toldText, toldTime } from '../records'
import { periodSchema, quarterSchema, yearSchema } from '../calendar'
import { idSchema } from './people'

export const reportFile = z.object({
  /** In Chinese, without characters that some system refuses; ends in .xlsx, .docx or .zip. */
  fileName: toldLine,
  url: toldText,
  /** Bytes. */
  size: z.number(),
  /** Until when the address works, ISO in UTC; null where it does not expire. */
  expiresAt: toldTime.nullable(),
})
export type ReportFile = z.infer<typeof reportFile>

/** Beyond these a file is refused with TOO_LARGE: a shorter period, or a city without its counties, is the way. */
export const reportLimits = {
  /** Rows of one ledger: participations, and records. */
  ledgerRows: 60_000,
  /** Bytes of the photos in one evidence pack. */
  packPhotos: 150 * 1024 * 1024,
}

const ofPlatform = z.strictObject({ platformId: idSchema, period: periodSchema })
const ofYear = z.strictObject({ platformId: idSchema, year: yearSchema })

export const reportsContract = {
  /** Excel: the score table in the form of the annex, from the result in force, with the filed own points beside it. */
  scoreTable: { input: ofPlatform, output: reportFile },
  /** Excel: the ranking of a class. Before publication the rows that the caller may see (D36). */
  ranking: {
    input: z.strictObject({ tier: z.enum(['city', 'county']), period: periodSchema }),
    output: reportFile,
  },
  /** Excel: 服务台账, the activities with who took part. `counties`: a city's counties too, for those who may see them. */
  ledger: { input: ofPlatform.extend({ counties: z.boolean() }), output: reportFile },
  /** Word: 季度通报 of both classes. Before publication for the province alone. */
  bulletin: { input: z.strictObject({ period: quarterSchema }), output: reportFile },
  /** Word: the self-assessment as last filed. */
  selfAssessment: { input: ofYear, output: reportFile },
  /** Word: the annual summary as last filed, in the outline of the notice. */
  annualSummary: { input: ofYear, output: reportFile },
  /** Zip: score table, ledger, every record, and the photos with an index. */
  evidence: { input: ofPlatform, output: reportFile },
}
