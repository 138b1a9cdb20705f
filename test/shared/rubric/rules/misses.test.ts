import { nodeFor, pointsFor } from '../small-rubric'

const rule = { kind: 'misses', points: 10, of: 'events', minus: 1 }

describe('misses', () => {
  it.each([
    [0, 10],
    [1, 9],
    [9, 1],
    [10, 0],
    [11, 0],
    [12, 0],
  ])('gives after %d misses %d points', (events, points) => {
    expect(pointsFor(rule, 10, { events })).toBe(points)
  })

  it('goes below 0 where the document drops the floor', () => {
    expect(pointsFor({ ...rule, floor: false }, 10, { events: 12 })).toBe(-2)
  })

  it('says its arithmetic', () => {
    expect(nodeFor(rule, 10, { events: 12 }).why).toBe('10 − 1 × 12 = 0(活动 12 场,最低 0)')
  })
})
