import { nodeFor, pointsFor } from '../small-rubric'

const lump = (when: object) => ({ kind: 'lump', points: 20, when })
const compare = (comparison: string) => lump({ quantity: 'events', comparison, to: 50 })

describe('lump', () => {
  it('gives all or nothing', () => {
    expect(pointsFor(lump({ fact: 'done', is: true }), 20, { done: true })).toBe(20)
    expect(pointsFor(lump({ fact: 'done', is: true }), 20, { done: false })).toBe(0)
  })

  it.each([
    ['atLeast', 0, 20, 20],
    ['moreThan', 0, 0, 20],
    ['below', 20, 0, 0],
    ['atMost', 20, 20, 0],
  ])('compares by %s just below, at and just above', (comparison, below, at, above) => {
    const points = [49, 50, 51].map((events) => pointsFor(compare(comparison), 20, { events }))
    expect(points).toEqual([below, at, above])
  })

  it('compares two quantities', () => {
    const grown = lump({ quantity: 'events', comparison: 'atLeast', to: { times: 1.1, of: 'others' } })
    expect(pointsFor(grown, 20, { events: 329, others: 300 })).toBe(0)
    expect(pointsFor(grown, 20, { events: 330, others: 300 })).toBe(20)
  })

  it('joins conditions by all, any and not', () => {
    const done = { fact: 'done', is: true }
    const held = { fact: 'held', is: true }
    const half = { done: true, held: false }
    expect(pointsFor(lump({ all: [done, held] }), 20, half)).toBe(0)
    expect(pointsFor(lump({ any: [done, held] }), 20, half)).toBe(20)
    expect(pointsFor(lump({ all: [done, { not: held }] }), 20, half)).toBe(20)
  })

  it('takes no short cut: every fact must be known', () => {
    const both = lump({
      any: [
        { fact: 'done', is: true },
        { fact: 'held', is: true },
      ],
    })
    expect(nodeFor(both, 20, { done: true })).toMatchObject({
      status: 'open',
      points: null,
      missing: ['held'],
    })
  })

  it('lets a thing that does not exist meet no comparison', () => {
    const low = lump({ quantity: 'sample', comparison: 'below', to: 60 })
    expect(pointsFor(low, 20, { sample: null })).toBe(0)
    expect(pointsFor(low, 20, {})).toBe(0)
    expect(pointsFor(low, 20, { sample: 59.9 })).toBe(20)
  })

  it('says what is lacking', () => {
    const both = lump({
      all: [
        { fact: 'done', is: true },
        { fact: 'held', is: true },
      ],
    })
    expect(nodeFor(both, 20, { done: true, held: false }).why).toBe('已开展:不具备,得 0')
  })
})
