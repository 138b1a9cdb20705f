/** Signs for the reviewer: each just below, at and above where it starts. */
import { distanceBetween, signLimits, signsOf, type SignFacts } from '../../../src/shared/records'

const nothing: SignFacts = {
  declared: 10,
  confirmed: 10,
  onePhone: 1,
  burst: 1,
  late: 0,
  far: 0,
  clockSuspect: false,
}
const kinds = (facts: Partial<SignFacts>) => signsOf({ ...nothing, ...facts }).map(({ kind }) => kind)

test('a record like any other has none, nor has one without 家次', () => {
  expect(signsOf(nothing)).toEqual([])
  expect(signsOf({ ...nothing, declared: null, confirmed: 0 })).toEqual([])
  expect(signsOf({ ...nothing, declared: 0, confirmed: 0 })).toEqual([])
})

test.each([
  ['onePhone', 'one-phone', signLimits.onePhone],
  ['burst', 'burst', signLimits.burst],
  ['late', 'late', signLimits.late],
  ['far', 'far', signLimits.far],
] as const)('%s starts at its limit and not below', (fact, kind, limit) => {
  expect(kinds({ [fact]: limit - 1 })).toEqual([])
  expect(kinds({ [fact]: limit })).toEqual([kind])
  expect(signsOf({ ...nothing, [fact]: limit + 1 })).toEqual([{ kind, count: limit + 1 }])
})

test('declared is far above confirmed when less than half is confirmed, not at half', () => {
  expect(kinds({ confirmed: 6 })).toEqual([])
  expect(kinds({ confirmed: 5 })).toEqual([])
  expect(signsOf({ ...nothing, confirmed: 4 })).toEqual([{ kind: 'declared', count: 6 }])
  expect(kinds({ declared: 1, confirmed: 0 })).toEqual(['declared'])
})

test('several stand beside each other, and a clock that is wrong is one', () => {
  expect(kinds({ clockSuspect: true, late: 3, onePhone: 5 })).toEqual(['one-phone', 'late', 'clock'])
})

describe('the distance of two places', () => {
  const changsha = { latitude: 28.2282, longitude: 112.9388 }
  test('is nothing to the same place, and known to a few metres elsewhere', () => {
    expect(distanceBetween(changsha, changsha)).toBe(0)
    // A minute of latitude is a nautical mile.
    const north = { ...changsha, latitude: changsha.latitude + 1 / 60 }
    expect(Math.abs(distanceBetween(changsha, north) - 1852)).toBeLessThan(5)
    expect(distanceBetween({ latitude: 0, longitude: 179.99 }, { latitude: 0, longitude: -179.99 })).toBe(
      2224,
    )
  })
  test('is what both accuracies leave for certain', () => {
    const north = { ...changsha, latitude: changsha.latitude + 1 / 60 }
    const exact = distanceBetween(changsha, north)
    expect(distanceBetween({ ...changsha, accuracy: 500 }, { ...north, accuracy: 300 })).toBe(exact - 800)
    expect(distanceBetween({ ...changsha, accuracy: 5_000 }, north)).toBe(0)
  })
})
