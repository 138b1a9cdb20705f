/**
 * The self-assessment (自评): the rubric's table with the platform's own points beside those of the card. Both are
 * kept and the difference is shown; only the evaluator's count (D34).
 */
import { ownEntry } from '../own'
import { criteriaOf, type Rubric } from '../rubric'
import type { Card } from '../scoring'

export type AssessmentRow = {
  criterion: string
  title: string
  section: string
  group: string | null
  max: number
  /** What one of its points adds to the total, 0…1; a multiple of 0.01. */
  weight: number
  /** Of the card; null while it is open. */
  card: number | null
  /** One sentence of arithmetic. */
  why: string
}

/** The rows of the table in the order of the document, without groups. */
export function assessmentRows(rubric: Rubric, card: Card): AssessmentRow[] {
  const nodes = new Map(card.nodes.map((node) => [node.id, node]))
  return criteriaOf(rubric).map(({ criterion, section, group }) => ({
    criterion: criterion.id,
    title: criterion.title,
    section: section.title,
    group: group?.title ?? null,
    max: criterion.max,
    weight: (group ?? criterion).weight ?? section.weight,
    card: nodes.get(criterion.id)?.points ?? null,
    why: nodes.get(criterion.id)?.why ?? '',
  }))
}

export type OwnPoints = Readonly<Record<string, number>>

/** What is wrong with own points, by criterion: all are asked for, 0…max, to the hundredth. Empty when all is well. */
export function ownPointsProblems(rubric: Rubric, own: OwnPoints): Record<string, string> {
  const problems: Record<string, string> = {}
  const known = new Set<string>()
  for (const { criterion } of criteriaOf(rubric)) {
    known.add(criterion.id)
    const points = ownEntry(own, criterion.id)
    if (points === undefined) problems[criterion.id] = '请填写自评分'
    else if (!(points >= 0 && points <= criterion.max))
      problems[criterion.id] = `分值须在 0 到 ${criterion.max} 之间`
    else if (Math.round(points * 100) / 100 !== points) problems[criterion.id] = '最多两位小数'
  }
  for (const criterion of Object.keys(own)) {
    if (!known.has(criterion)) problems[criterion] = '评价指标中没有这一项'
  }
  return problems
}

/** The weighted total of own points, exactly; points not given count as 0. Points are multiples of 0.01. */
export function ownTotal(
  rows: readonly Pick<AssessmentRow, 'criterion' | 'weight'>[],
  own: OwnPoints,
): number {
  let tenThousandths = 0
  for (const { criterion, weight } of rows) {
    const points = ownEntry(own, criterion)
    tenThousandths += Math.round(weight * 100) * Math.round((points ?? 0) * 100)
  }
  return tenThousandths / 10_000
}

/** Own less card, exactly to the 1e-8; null where the card says nothing. */
export function differenceOf(own: number, card: number | null): number | null {
  return card === null ? null : Math.round((own - card) * 1e8) / 1e8
}
