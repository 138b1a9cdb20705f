// A rubric compiled once into closures; every score of it then runs these.
import { compileVeto, criteriaOf, isGroup, markedCriteria, Slots } from '../rubric'
import type { CompiledVeto, Group, Rubric, Values } from '../rubric'
import { compileCriterion, type CompiledCriterion } from './criterion'
import type { CardNode } from './card'
import type { Facts } from './facts'
import { groupNode } from './group'
import { compileValues } from './values'

export interface CompiledIndicator {
  /** Null for an indicator that is itself a criterion. */
  readonly group: Group | null
  readonly criteria: readonly CompiledCriterion[]
  /** Hundredths of the total for each of its points. */
  readonly weight: number
}

export interface CompiledSection {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly max: number
  readonly weight: number
  /** The weight in hundredths. */
  readonly hundredths: number
  /** Whether its indicators bear weights of their own: then its points are weighted ÷ weight. */
  readonly ownWeights: boolean
  readonly indicators: readonly CompiledIndicator[]
}

export interface CompiledRubric {
  readonly rubric: Rubric
  readonly slots: Slots
  readonly values: (facts: Facts) => Values
  readonly sections: readonly CompiledSection[]
  readonly criteria: readonly CompiledCriterion[]
  readonly vetoes: readonly CompiledVeto[]
  /** A card's worth of nodes, to be copied and written over: quicker than an array that grows. */
  readonly blank: readonly CardNode[]
}

const hundredths = (weight: number) => Math.round(weight * 100)
const compiled = new WeakMap<Rubric, CompiledRubric>()

/** The scorer of a rubric; compiled at the first call for it, kept as long as the rubric is. */
export function compileRubric(rubric: Rubric): CompiledRubric {
  const known = compiled.get(rubric)
  if (known) return known
  const slots = new Slots(
    rubric.facts,
    markedCriteria(rubric).map(({ criterion }) => criterion.id),
  )
  const placed = criteriaOf(rubric)
  const sections = rubric.sections.map((section): CompiledSection => {
    const indicators = section.indicators.map((node): CompiledIndicator => {
      const weight = hundredths(node.weight ?? section.weight)
      const own = placed.filter(({ criterion, group }) => criterion === node || group === node)
      const criteria = own.map((each) => compileCriterion(each, rubric, slots, weight))
      return { group: isGroup(node) ? node : null, criteria, weight }
    })
    const { id, title, short, max, weight } = section
    const ownWeights = section.indicators.some((node) => node.weight !== undefined)
    return { id, title, short, max, weight, hundredths: hundredths(weight), ownWeights, indicators }
  })
  const all = sections.flatMap((section) => section.indicators)
  const nodes = all.reduce((sum, { group, criteria }) => sum + criteria.length + (group ? 1 : 0), 0)
  const toCome = groupNode({ id: '', title: '', max: 0 }, '', null, 'open', 0, '')
  const result: CompiledRubric = {
    rubric,
    slots,
    values: compileValues(rubric, slots),
    sections,
    criteria: all.flatMap((indicator) => indicator.criteria),
    blank: Array.from({ length: nodes }, () => toCome),
    vetoes: rubric.vetoes.map((veto, at) => compileVeto(veto, slots, `vetoes[${at}]`)),
  }
  compiled.set(rubric, result)
  return result
}
