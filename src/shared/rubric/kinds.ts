// The kinds of a list, the one worth most first: a story that is of several kinds counts as that one (RULES.md H3.4g).
import type { Rule } from './rules'
import type { PerItem } from './rules/per-item'
import type { Rubric } from './schema'
import { criteriaOf } from './tree'

function perItemsIn(rule: Rule): PerItem[] {
  if (rule.kind === 'perItem') return [rule]
  if (rule.kind === 'sum') return rule.parts.flatMap(perItemsIn)
  return rule.kind === 'gate' ? perItemsIn(rule.rule) : []
}

const known = new WeakMap<Rubric, Map<string, readonly string[]>>()

/**
 * By the points that the rules give; of equals the one that a rule names first, and last those that no rule names.
 * Not by the order of the declaration: a database that keeps a document as JSON does not keep that.
 */
export function kindsByWorth(rubric: Rubric, fact: string): readonly string[] {
  const ofRubric = known.get(rubric) ?? new Map<string, readonly string[]>()
  known.set(rubric, ofRubric)
  const before = ofRubric.get(fact)
  if (before) return before
  const worth = new Map<string, number>()
  for (const { criterion } of criteriaOf(rubric)) {
    for (const item of perItemsIn(criterion.rule).flatMap(({ items }) => items)) {
      if (!('list' in item) || item.list !== fact) continue
      for (const kind of item.kinds) worth.set(kind, Math.max(worth.get(kind) ?? 0, item.points))
    }
  }
  const declaration = rubric.facts[fact]
  const declared = declaration?.type === 'list' ? Object.keys(declaration.kinds).sort() : []
  const named = [...worth].sort(([, a], [, b]) => b - a).map(([kind]) => kind)
  const kinds = [...named, ...declared.filter((kind) => !worth.has(kind))]
  ofRubric.set(fact, kinds)
  return kinds
}
