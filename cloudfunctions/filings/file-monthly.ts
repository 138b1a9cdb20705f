/** Files a month's report: all figures of the rubric, each with its source. */
import { filingsContract, Refusal } from '../../src/shared/contract'
import { figureProblem, figuresOf, type FiledFigure, type ReportFigure } from '../../src/shared/filings'
import { action } from '../backend'
import { fileVersion } from './file-version'
import { ownSubject, rubricOf } from './subject'

function check(known: readonly ReportFigure[], filed: readonly FiledFigure[]): void {
  const fields: Record<string, string> = {}
  for (const figure of known) {
    const own = filed.filter(({ name }) => name === figure.name)
    const [first] = own
    const problem = own.length > 1 ? '填了两次' : first ? figureProblem(figure, first.value) : '请填写'
    if (problem !== null) fields[`figures.${figure.name}`] = problem
  }
  for (const { name } of filed) {
    if (!known.some((figure) => figure.name === name)) fields[`figures.${name}`] = '评价指标中没有这项数据'
  }
  if (Object.keys(fields).length > 0) throw new Refusal('INVALID_INPUT', { fields })
}

export const fileMonthly = action(filingsContract.fileMonthly, async (context, input) => {
  const platform = await ownSubject(context, 'filings.fileMonthly', input.platformId)
  const { rubric } = await rubricOf(context.trx, platform, input.month)
  const known = figuresOf(rubric)
  check(known, input.figures)
  // In the rubric's order, so that the same figures are the same content.
  const figures = known.flatMap(({ name }) => input.figures.filter((figure) => figure.name === name))
  return fileVersion(context, {
    platformId: platform.id,
    period: input.month,
    content: { kind: 'monthly', monthly: { figures, remark: input.remark } },
    replaces: input.replaces,
    reason: input.reason,
  })
})
