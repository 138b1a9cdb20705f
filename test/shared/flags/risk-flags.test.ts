/** Risk flags: each just below, at and above where it starts. */
import {
  flagLimits,
  noParticipations,
  riskFlagKinds,
  riskFlagsOf,
  signKinds,
  signsFor,
  type ParticipationFacts,
  type RiskFacts,
} from '../../../src/shared/flags'
import { dateLimits } from '../../../src/shared/records'

const quiet: RiskFacts = {
  participations: { ...noParticipations, confirmed: 10, scans: 8, staffEntries: 2, onePhone: 1, burst: 1 },
  declared: 10,
  lengthDays: 1,
  ageDays: 2,
  aheadHours: 0,
  clockSuspect: false,
  approvedZero: false,
  changes: [],
  twins: {},
}
const flags = ({ participations = {}, ...facts }: Changes) =>
  riskFlagsOf({ ...quiet, ...facts, participations: { ...quiet.participations, ...participations } })
type Changes = Partial<Omit<RiskFacts, 'participations'>> & { participations?: Partial<ParticipationFacts> }
const kinds = (changes: Changes) => flags(changes).map(({ kind }) => kind)

test('a record like any other has none, nor has one without 家次', () => {
  expect(riskFlagsOf(quiet)).toEqual([])
  for (const declared of [null, 0]) {
    expect(riskFlagsOf({ ...quiet, declared, participations: noParticipations })).toEqual([])
  }
})

test.each([
  ['onePhone', 'one-phone', flagLimits.onePhone],
  ['burst', 'burst', flagLimits.burst],
  ['late', 'late', 1],
  ['early', 'early', 1],
  ['far', 'far', 1],
  ['ownMembers', 'own-member', 1],
  ['timeUnverified', 'time-unverified', 1],
] as const)('%s starts at its limit and not below', (fact, kind, limit) => {
  expect(kinds({ participations: { [fact]: limit - 1 } })).toEqual([])
  expect(kinds({ participations: { [fact]: limit } })).toEqual([kind])
  expect(flags({ participations: { [fact]: limit + 1 } })).toMatchObject([{ kind, count: limit + 1 }])
})

test.each([
  ['lengthDays', 'long', dateLimits.longDays + 1],
  ['ageDays', 'old', dateLimits.oldDays + 1],
] as const)('%s starts above its limit', (fact, kind, first) => {
  expect(kinds({ [fact]: first - 1 })).toEqual([])
  expect(flags({ [fact]: first })).toMatchObject([{ kind, count: first }])
})

test('what lay ahead is told in hours begun, and what had passed is none', () => {
  expect(kinds({ ageDays: 0 })).toEqual([])
  expect(flags({ aheadHours: 0.2 })).toMatchObject([{ kind: 'ahead', count: 1 }])
})

test('declared is far above confirmed when less than half is confirmed, not at half', () => {
  expect(kinds({ participations: { confirmed: 5, staffEntries: 2 } })).toEqual([])
  expect(flags({ participations: { confirmed: 4 } })).toMatchObject([{ kind: 'declared', count: 6 }])
  expect(kinds({ declared: 1, participations: noParticipations })).toEqual(['declared'])
})

test('entries by hand are too many above half of all, not at half, with how many they are of', () => {
  expect(kinds({ participations: { staffEntries: 5 } })).toEqual([])
  expect(flags({ participations: { staffEntries: 6 } })).toMatchObject([
    { kind: 'staff-entries', count: 6, of: 10 },
  ])
})

test('shares are of the scans', () => {
  const { participations } = { participations: { ownMembers: 1, timeUnverified: 3 } }
  expect(flags({ participations })).toMatchObject([
    { kind: 'own-member', count: 1, of: 8 },
    { kind: 'time-unverified', count: 3, of: 8 },
  ])
})

test('what changed is told with how many saw it, the first few of it', () => {
  const change = { field: 'title' as const, from: 'a', to: 'b' }
  const changes = Array.from({ length: 7 }, (_, index) => ({ ...change, count: index + 1 }))
  const [flag] = flags({ changes })
  expect(flag).toMatchObject({ kind: 'changed', count: 7 })
  expect(flag?.changes).toEqual(changes.slice(0, flagLimits.shown))
})

test('several stand beside each other in the order of the kinds', () => {
  const found = kinds({
    clockSuspect: true,
    approvedZero: true,
    twins: { elsewhere: 1, 'same-order': 2 },
    participations: { late: 3, onePhone: 5 },
  })
  expect(found).toEqual(['one-phone', 'late', 'same-order', 'elsewhere', 'clock', 'approved-zero'])
  expect(new Set(riskFlagKinds).size).toBe(riskFlagKinds.length)
})

test('phones of the last release are told the kinds that they know, and no others', () => {
  const found = flags({ clockSuspect: true, lengthDays: 40, participations: { late: 2 } })
  expect(signsFor(found)).toEqual([
    { kind: 'late', count: 2 },
    { kind: 'clock', count: 1 },
  ])
  expect(signKinds.every((kind) => (riskFlagKinds as readonly string[]).includes(kind))).toBe(true)
})
