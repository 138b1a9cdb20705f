import { nodeFor, pointsFor } from '../small-rubric'

const rule = { kind: 'proportional', points: 30, achieved: 'events', target: 'target' }

describe('proportional', () => {
  it.each([
    [0, 0],
    [499, 29.94],
    [500, 30],
    [501, 30],
    [1_000_000_000, 30],
  ])('gives for %d of 500 %d of 30 points', (events, points) => {
    expect(pointsFor(rule, 30, { events, target: 500 })).toBe(points)
  })

  it('keeps a division that does not end exactly', () => {
    expect(pointsFor(rule, 30, { events: 1, target: 9 })).toBe(30 / 9)
    expect(pointsFor(rule, 30, { events: 999_999_998, target: 999_999_999 })).toBeLessThan(30)
  })

  it('cannot be scored without a target', () => {
    expect(nodeFor(rule, 30, { events: 5, target: 0 })).toMatchObject({
      points: null,
      status: 'not-scorable',
    })
  })

  it('says its arithmetic', () => {
    expect(nodeFor(rule, 30, { events: 300, target: 400 }).why).toBe(
      '30 × 300 / 400 = 22.5(完成 300 场,目标 400 场)',
    )
  })
})
