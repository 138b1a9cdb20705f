import { nodeFor, pointsFor } from '../small-rubric'

const inner = {
  kind: 'shortfall',
  points: 30,
  of: 'events',
  threshold: { times: 0.9, of: 'target' },
  each: 100,
  minus: 2,
  partial: 'floor',
}
const rule = {
  kind: 'gate',
  when: { fact: 'held', is: true },
  otherwise: '未开展活动,本项不得分',
  rule: inner,
}

describe('gate', () => {
  it('sets its own criterion to 0 when the condition fails', () => {
    expect(pointsFor(rule, 30, { held: true, events: 900, target: 1000 })).toBe(30)
    expect(nodeFor(rule, 30, { held: false, events: 900, target: 1000 })).toMatchObject({
      points: 0,
      status: 'counted',
      why: '未开展活动,本项不得分,得 0',
    })
  })

  it('decides before a division by zero', () => {
    expect(pointsFor(rule, 30, { held: false, events: 900, target: 0 })).toBe(0)
    expect(pointsFor(rule, 30, { held: true, events: 900, target: 0 })).toBeNull()
  })

  it('does not decide while a fact of its rule is unknown', () => {
    expect(nodeFor(rule, 30, { held: false, events: 900 })).toMatchObject({ status: 'open', points: null })
  })

  it('may be dropped by a condition that always holds', () => {
    expect(pointsFor({ ...rule, when: { always: true } }, 30, { events: 900, target: 1000 })).toBe(30)
  })
})
