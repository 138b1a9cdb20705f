// Walking a rubric's tree of sections, groups and criteria.
import type { Criterion, Group, Rubric, Section } from './schema'

export interface PlacedCriterion {
  readonly criterion: Criterion
  readonly section: Section
  readonly group: Group | null
  readonly path: string
}

export function isGroup(node: Criterion | Group): node is Group {
  return 'criteria' in node
}

/** All criteria in the order of the document, each with its place. */
export function criteriaOf(rubric: Pick<Rubric, 'sections'>): PlacedCriterion[] {
  return rubric.sections.flatMap((section, s) =>
    section.indicators.flatMap((node, i): PlacedCriterion[] => {
      const path = `sections[${s}].indicators[${i}]`
      if (!isGroup(node)) return [{ criterion: node, section, group: null, path }]
      return node.criteria.map((criterion, c) => ({
        criterion,
        section,
        group: node,
        path: `${path}.criteria[${c}]`,
      }))
    }),
  )
}

/** The criteria that take a judge's mark from the fact `marks`. */
export function markedCriteria(rubric: Pick<Rubric, 'sections'>): PlacedCriterion[] {
  return criteriaOf(rubric).filter(
    ({ criterion: { rule } }) => rule.kind === 'marked' && rule.fact === undefined,
  )
}
