import fc from 'fast-check'
import { rubricById, rubricIds, type Rubric } from '../../../src/shared/rubric'
import {
  advise,
  parseFacts,
  score,
  toFineUnits,
  type Facts,
  type FactValue,
} from '../../../src/shared/scoring'
import { anyFacts } from './arbitraries'

/** Facts of which more is worse, or which are a base that others are measured against. */
const notGood = [
  'lateOrMissingReports',
  'registrationTarget',
  'localIndustrialEnterprises',
  'loanApplicationsReceived',
  'loanDemandsReceived',
  'equityDemandsReceived',
  'enterprisesServedLastYear',
  'thirdPartySatisfactionPercent',
  'majorLossOrIllegalEffect',
]

/** The same facts with one good fact better, or null where it cannot be. */
function improved(rubric: Rubric, facts: Facts, name: string, by: number): Facts | null {
  const value: FactValue | undefined = facts[name]
  const fact = rubric.facts[name]
  if (fact === undefined || value === undefined || notGood.includes(name)) return null
  if (typeof value === 'boolean') return { ...facts, [name]: true }
  if (typeof value === 'number') {
    return { ...facts, [name]: Math.min(value + by, fact.type === 'amount' ? fact.max : 1e9) }
  }
  if (fact.type === 'list' && Array.isArray(value))
    return { ...facts, [name]: [...value, Object.keys(fact.kinds)[0] ?? ''] }
  return null
}

describe.each(rubricIds)('%s', (id) => {
  const rubric = rubricById(id)
  const facts = anyFacts(rubric)
  const complete = anyFacts(rubric, true)

  it('adds its parts up to its total exactly', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const card = score(rubric, some)
        const sum = (numbers: number[]) => numbers.reduce((total, each) => total + toFineUnits(each), 0)
        const criteria = card.nodes.filter((node) => !node.isGroup)
        const top = card.nodes.filter((node) => node.group === null)
        expect(sum(criteria.map((node) => node.share))).toBe(toFineUnits(card.total))
        expect(sum(top.map((node) => node.share))).toBe(toFineUnits(card.total))
        expect(sum(card.sections.map((section) => section.weighted))).toBe(toFineUnits(card.total))
      }),
    )
  })

  it('holds every node between 0 and its maximum', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const card = score(rubric, some)
        for (const node of card.nodes) {
          expect(node.points ?? 0).toBeGreaterThanOrEqual(0)
          expect(node.points ?? 0).toBeLessThanOrEqual(node.max)
        }
        expect(card.total).toBeGreaterThanOrEqual(0)
        expect(card.total).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('never lowers a score for more of a good fact', () => {
    const names = Object.keys(rubric.facts)
    fc.assert(
      fc.property(complete, fc.constantFrom(...names), fc.integer({ min: 1, max: 300 }), (some, name, by) => {
        const better = improved(rubric, some, name, by)
        if (better) expect(score(rubric, better).total).toBeGreaterThanOrEqual(score(rubric, some).total)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same bytes for the same facts, in whatever order they are written', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const turned = Object.fromEntries(
          Object.entries(some)
            .reverse()
            .map(([name, value]) => [name, Array.isArray(value) ? [...value].reverse() : value]),
        )
        expect(JSON.stringify(score(rubric, turned))).toBe(JSON.stringify(score(rubric, some)))
      }),
    )
  })

  it('survives JSON, and takes its own facts back', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const card = score(rubric, some)
        expect(JSON.parse(JSON.stringify(card))).toEqual(card)
        expect(parseFacts(rubric, JSON.parse(JSON.stringify(some)))).toEqual(some)
      }),
    )
  })

  it('promises by advice exactly what scoring gives, and no smaller step gives anything', () => {
    fc.assert(
      fc.property(complete, (some) => {
        const before = score(rubric, some)
        for (const advice of advise(rubric, some)) {
          const after = (amount: number) => score(rubric, taken(some, advice.fact, advice.kind, amount))
          const gained = toFineUnits(after(advice.amount).total) - toFineUnits(before.total)
          expect(gained).toBe(toFineUnits(advice.total))
          expect(gained).toBeGreaterThan(0)
          if (advice.amount > 1) expect(after(advice.amount - 1).total).toBe(before.total)
        }
      }),
    )
  })
})

function taken(facts: Facts, fact: string, kind: string, amount: number): Facts {
  const value = facts[fact]
  if (Array.isArray(value))
    return { ...facts, [fact]: [...value, ...Array.from({ length: amount }, () => kind)] }
  return { ...facts, [fact]: typeof value === 'number' ? value + amount : true }
}
