/** What a filed version says, as stored and as sent; the phone's forms check with the same schemas. */
import { z } from 'zod'
import { identifier, limits, text, toldLine, toldList } from '../records'
import { summaryParts, type SummaryPart } from './outline'

export const largestFigure = 1_000_000_000
export const figureTooLarge = '数字太大,不能超过 10 亿'

/** A figure with where it comes from (G20): a number without a source is nobody's. */
export const filedFigure = z.strictObject({
  name: identifier(60),
  value: z.number('请填写数字').min(0, '不能小于 0').max(largestFigure, figureTooLarge),
  source: text(limits.reasonLength, 1),
})
export type FiledFigure = z.infer<typeof filedFigure>

export const monthlyContent = z.strictObject({
  figures: z.array(filedFigure).max(60),
  remark: text(limits.reasonLength),
})
export type MonthlyContent = z.infer<typeof monthlyContent>

export const ownAssessment = z.strictObject({
  criterion: identifier(80),
  own: z.number('请填写自评分').min(0).max(1000),
  note: text(limits.reasonLength),
})
export type OwnAssessment = z.infer<typeof ownAssessment>

/** `card` and `cardTotal` are as computed when it was filed. */
export const selfAssessmentContent = z.strictObject({
  rubric: z.strictObject({ id: toldLine, version: toldLine }),
  rows: toldList(
    ownAssessment.extend({
      title: toldLine,
      section: toldLine,
      max: z.number(),
      card: z.number().nullable(),
    }),
  ),
  ownTotal: z.number(),
  cardTotal: z.number(),
})
export type SelfAssessmentContent = z.infer<typeof selfAssessmentContent>

/** As it is shown: to the city that sends it on without the card, whose marks are not published yet (D36). */
export const shownSelfAssessment = selfAssessmentContent.extend({ cardTotal: z.number().nullable() })
export type ShownSelfAssessment = z.infer<typeof shownSelfAssessment>

/** Without what the card says. */
export function withoutCard(content: ShownSelfAssessment): ShownSelfAssessment {
  return { ...content, rows: content.rows.map((row) => ({ ...row, card: null })), cardTotal: null }
}

const part = text(limits.textLength)

export const annualSummaryContent = z.strictObject({
  title: text(120, 1),
  parts: z.strictObject({
    finance: part,
    digital: part,
    loan: part,
    services: part,
    campaigns: part,
    plan: part,
  } satisfies Record<SummaryPart, z.ZodType>),
  problems: z
    .array(text(limits.textLength, 1))
    .min(1, '请至少写一个具体问题')
    .max(2, '请只写一至两个具体问题'),
  attachments: text(1_000),
})
export type AnnualSummaryContent = z.infer<typeof annualSummaryContent>

/** The body of a summary: what counts towards its length; title and attachments do not (RULES.md). */
export function bodyOf(content: Pick<AnnualSummaryContent, 'parts' | 'problems'>): string[] {
  return [...summaryParts.map((each) => content.parts[each]), ...content.problems]
}
