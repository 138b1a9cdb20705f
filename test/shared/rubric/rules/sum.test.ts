import { nodeFor, pointsFor } from '../small-rubric'

const lump = { kind: 'lump', points: 50, when: { fact: 'done', is: true } }
const files = { kind: 'perItem', items: [{ of: 'events', points: 5 }] }
const rule = { kind: 'sum', parts: [lump, files], cap: 100 }

describe('sum', () => {
  it.each([
    [true, 9, 95],
    [true, 10, 100],
    [true, 11, 100],
    [false, 10, 50],
    [false, 20, 100],
  ])('adds its parts up to the cap: %s and %d make %d', (done, events, points) => {
    expect(pointsFor(rule, 100, { done, events })).toBe(points)
  })

  it('adds fractions that do not end exactly', () => {
    const third = { kind: 'proportional', points: 10, achieved: 'events', target: 'target' }
    const other = { kind: 'proportional', points: 10, achieved: 'others', target: 'target' }
    expect(
      pointsFor({ kind: 'sum', parts: [third, other], cap: 20 }, 20, { events: 1, others: 2, target: 3 }),
    ).toBe(10)
  })

  it('cannot be scored when a part cannot', () => {
    const part = { kind: 'proportional', points: 50, achieved: 'events', target: 'target' }
    const node = nodeFor({ kind: 'sum', parts: [lump, part] }, 100, { done: true, events: 1, target: 0 })
    expect(node).toMatchObject({ points: null, status: 'not-scorable' })
  })

  it('says what it adds', () => {
    expect(nodeFor(rule, 100, { done: true, events: 11 }).why).toMatch(/^50 \+ 55 = 105,封顶 100/)
  })
})
