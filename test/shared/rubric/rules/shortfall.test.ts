import { parseFacts, score } from '../../../../src/shared/scoring'
import { nodeFor, pointsFor, smallRubric } from '../small-rubric'

const fixed = {
  kind: 'shortfall',
  points: 30,
  of: 'events',
  threshold: 10,
  each: 1,
  minus: 3,
  partial: 'floor',
}
const relative = {
  kind: 'shortfall',
  points: 30,
  of: 'events',
  threshold: { times: 0.9, of: 'target' },
  each: 100,
  minus: 2,
  partial: 'floor',
}
const warningsOf = (rule: object, facts: object) => {
  const rubric = smallRubric(rule, 30)
  return score(rubric, parseFacts(rubric, facts)).warnings.map((warning) => warning.text)
}

describe('shortfall from a number', () => {
  it.each([
    [0, 0],
    [1, 3],
    [9, 27],
    [10, 30],
    [11, 30],
  ])('gives for %d of 10 events %d points', (events, points) => {
    expect(pointsFor(fixed, 30, { events })).toBe(points)
  })
})

describe('shortfall from a share of a fact', () => {
  it.each([
    [900, 30, 30, 30],
    [899, 30, 28, 29.98],
    [801, 30, 28, 28.02],
    [800, 28, 28, 28],
    [799, 28, 26, 27.98],
    [701, 28, 26, 26.02],
    [0, 12, 12, 12],
  ])('gives for %d of 900: floor %d, ceil %d, linear %d', (events, floor, ceil, linear) => {
    const facts = { events, target: 1000 }
    expect(pointsFor(relative, 30, facts)).toBe(floor)
    expect(pointsFor({ ...relative, partial: 'ceil' }, 30, facts)).toBe(ceil)
    expect(pointsFor({ ...relative, partial: 'linear' }, 30, facts)).toBe(linear)
  })

  it('never goes below 0, from 1,500 short on', () => {
    expect(pointsFor(relative, 30, { events: 301, target: 2000 })).toBe(2)
    expect(pointsFor(relative, 30, { events: 300, target: 2000 })).toBe(0)
    expect(pointsFor(relative, 30, { events: 0, target: 2000 })).toBe(0)
  })

  it('compares a broken threshold exactly, or rounded where the document says so', () => {
    const facts = { events: 803, target: 1003 }
    expect(pointsFor(relative, 30, facts)).toBe(30)
    expect(pointsFor({ ...relative, round: 'up' }, 30, facts)).toBe(28)
    expect(pointsFor({ ...relative, round: 'nearest' }, 30, facts)).toBe(28)
    expect(pointsFor({ ...relative, round: 'nearest' }, 30, { events: 803, target: 1002 })).toBe(30)
    expect(pointsFor({ ...relative, partial: 'linear' }, 30, facts)).toBe(28.006)
  })

  it('cannot be scored against a share of nothing', () => {
    expect(nodeFor(relative, 30, { events: 5, target: 0 })).toMatchObject({
      points: null,
      status: 'not-scorable',
    })
  })

  it('warns when full marks stand below the threshold', () => {
    expect(warningsOf(relative, { events: 803, target: 1003 })).toEqual([
      '门槛未达:距 902.7 家次尚差 99.7 家次,因不足 100 未扣分'.replaceAll('家次', '场'),
    ])
    expect(warningsOf(relative, { events: 900, target: 1000 })).toEqual([])
    expect(warningsOf(relative, { events: 800, target: 1000 })).toEqual([])
  })

  it('warns when the threshold is too low to tell anyone apart', () => {
    expect(warningsOf(relative, { events: 100, target: 111 })).toHaveLength(1)
    expect(warningsOf(relative, { events: 0, target: 111 })).toHaveLength(2)
    expect(warningsOf(relative, { events: 101, target: 112 })).toHaveLength(0)
  })

  it('says its arithmetic', () => {
    expect(nodeFor(relative, 30, { events: 780, target: 1000 }).why).toBe(
      '30 − 2 × 1 = 28(距门槛 900 场差 120 场,每满 100 减 2 分)',
    )
  })
})

describe('below zero', () => {
  const steep = { ...fixed, minus: 4 }

  it('is held at 0, unless the document says otherwise', () => {
    expect(nodeFor(steep, 30, { events: 2 })).toMatchObject({ points: 0, share: 0 })
    expect(nodeFor({ ...steep, floor: false }, 30, { events: 2 })).toMatchObject({ points: -2, share: -2 })
    expect(nodeFor({ ...steep, floor: false }, 30, { events: 2 }).why).toContain('30 − 4 × 8 = -2(')
  })
})
