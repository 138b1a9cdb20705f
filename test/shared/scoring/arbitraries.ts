// Arbitrary facts and records, for properties.
import fc from 'fast-check'
import {
  activityCategories,
  activityRoles,
  campaigns,
  demandChannels,
  demandTypes,
  honourHolders,
  honourKinds,
  judgingBodies,
  type CountableRecord,
} from '../../../src/shared/records'
import { criteriaOf, markedCriteria, type FactDeclaration, type Rubric } from '../../../src/shared/rubric'
import type { Facts, FactValue } from '../../../src/shared/scoring'

function valueOf(rubric: Rubric, fact: FactDeclaration): fc.Arbitrary<FactValue> {
  switch (fact.type) {
    case 'count':
      return fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3000 }))
    case 'amount':
      return fc.integer({ min: 0, max: Math.min(fact.max, 200) * 100 }).map((value) => value / 100)
    case 'flag':
      return fc.boolean()
    case 'list':
      return fc.array(fc.constantFrom(...Object.keys(fact.kinds)), { maxLength: 6 })
    case 'marks':
      return fc
        .array(
          fc
            .constantFrom(...markedCriteria(rubric))
            .chain(({ criterion }) =>
              fc
                .integer({ min: 0, max: criterion.max * 4 })
                .map((value) => [criterion.id, value / 4] as const),
            ),
          { maxLength: 40 },
        )
        .map((marks) => Object.fromEntries(marks))
    case 'decisions':
      return fc
        .array(
          fc
            .constantFrom(...criteriaOf(rubric))
            .chain(({ criterion }) =>
              fc
                .option(fc.integer({ min: 0, max: criterion.max }))
                .map((points) => [criterion.id, { points, reason: '认定', document: '' }] as const),
            ),
          { maxLength: 6 },
        )
        .map((all) => Object.fromEntries(all))
  }
}

/** Facts of a rubric; with `complete`, none is unknown. */
export function anyFacts(rubric: Rubric, complete = false): fc.Arbitrary<Facts> {
  const model = Object.fromEntries(
    Object.entries(rubric.facts).map(([name, fact]) => [name, valueOf(rubric, fact)]),
  )
  return fc.record(model, complete ? {} : { requiredKeys: [] }).map((facts) => {
    const known: Record<string, FactValue> = {}
    for (const [name, value] of Object.entries(facts)) if (value !== undefined) known[name] = value
    return known
  })
}

const date = fc
  .integer({ min: -20, max: 400 })
  .map((day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10))
const at = fc.integer({ min: 0, max: 3 }).map((hour) => `2023-05-01T0${hour}:00:00Z`)
const base = { id: fc.uuid(), date, entered: date, approved: fc.boolean() }
const year = fc.constantFrom('2022', '2023', '2024')
const criterion = fc.constantFrom('daily/coordination', 'digital/support/raise-level')

export const anyRecord: fc.Arbitrary<CountableRecord> = fc.oneof(
  fc.record({
    ...base,
    kind: fc.constant('activity' as const),
    category: fc.constantFrom(...activityCategories),
    alsoCategories: fc.array(fc.constantFrom(...activityCategories), { maxLength: 2 }),
    role: fc.constantFrom(...activityRoles),
    campaign: fc.constantFrom(...campaigns),
    online: fc.boolean(),
    topic: fc.constantFrom('质量诊断', '形象打造'),
    ledToLoan: fc.boolean(),
    published: fc.boolean(),
    complete: fc.boolean(),
    attendances: fc.integer({ min: 0, max: 500 }),
    enterprises: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
  }),
  fc.record({
    ...base,
    kind: fc.constant('demand' as const),
    demand: fc.constantFrom(...demandTypes),
    channel: fc.constantFrom(...demandChannels),
    published: fc.boolean(),
    inTime: fc.option(fc.boolean()),
  }),
  fc.record({ ...base, kind: fc.constant('transaction' as const), completed: fc.boolean() }),
  fc.record({
    ...base,
    kind: fc.constant('honour' as const),
    honour: fc.constantFrom(...honourKinds),
    story: fc.constantFrom('s1', 's2', 's3'),
    validUntil: date,
    forYear: year,
    holder: fc.constantFrom(...honourHolders),
  }),
  fc.record({
    ...base,
    kind: fc.constant('figure' as const),
    name: fc.constantFrom('registrations', 'onlineTransactions', 'other'),
    value: fc.integer({ min: 0, max: 500 }),
  }),
  fc.record({
    ...base,
    kind: fc.constant('obligation' as const),
    late: fc.boolean(),
    lateAtFirst: fc.boolean(),
    filedAfterDue: fc.boolean(),
    returns: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    ...base,
    kind: fc.constant('statement' as const),
    name: fc.constantFrom('registrationTarget', 'localIndustrialEnterprises'),
    value: fc.integer({ min: 0, max: 2000 }),
    at,
  }),
  fc.record({
    ...base,
    kind: fc.constant('mark' as const),
    criterion,
    judge: fc.constantFrom('甲', '乙'),
    body: fc.constantFrom(...judgingBodies),
    points: fc.integer({ min: 0, max: 10 }).map((value) => value / 2),
    at,
  }),
)
