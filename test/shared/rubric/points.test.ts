import fc from 'fast-check'
import { plus, times, toPoints, toUnits, unit, wholeUnits } from '../../../src/shared/rubric'
import { dividedBy, minus, proportion } from '../../../src/shared/rubric/points'

/** The exact value as a fraction of big integers, for checking only: the product itself uses none. */
function big(value: ReturnType<typeof plus>): [bigint, bigint] {
  if (typeof value === 'number') return [BigInt(value), 1n]
  return [BigInt(value.units) * BigInt(value.d) + BigInt(value.n), BigInt(value.d)]
}
const same = ([a, b]: [bigint, bigint], [c, d]: [bigint, bigint]) => a * d === c * b
const third = () => proportion(unit, unit, 3 * unit)

describe('exact points', () => {
  it('multiplies and divides exactly, also beyond the exact integers of a number', () => {
    const quantity = fc.integer({ min: 1, max: 1e9 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e8 }), quantity, quantity, (factor, a, b) => {
        const [part, whole] = a < b ? [a, b] : [b, a]
        const result = big(proportion(factor, part * unit, whole * unit))
        return same(result, [BigInt(factor) * BigInt(part), BigInt(whole)])
      }),
    )
  })

  it('cuts off only what a fraction of more than 2^46 parts would add', () => {
    const amounts = fc.integer({ min: 1, max: 1e15 })
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [part, whole] = a < b ? [a, b] : [b, a]
        const exact = (BigInt(3e7) * BigInt(part)) / BigInt(whole)
        return BigInt(wholeUnits(proportion(3e7, part, whole))) === exact
      }),
    )
  })

  it('adds thirds to a whole', () => {
    expect(plus(plus(third(), third()), third())).toBe(unit)
    expect(times(third(), 3)).toBe(unit)
    expect(minus(unit, third())).toEqual(plus(third(), third()))
    expect(dividedBy(unit, 3)).toEqual(third())
    expect(toPoints(third())).toBe(1 / 3)
  })

  it('takes a decimal as it is written, and never more', () => {
    expect([0.1, 69.9, 902.7, 28.006, 1.4999999, 999_999_999.9].map(toUnits)).toEqual([
      100_000, 69_900_000, 902_700_000, 28_006_000, 1_499_999, 999_999_999_900_000,
    ])
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => toUnits(value) / unit <= value),
    )
  })
})
