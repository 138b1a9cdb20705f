import { RubricError } from '../../../../src/shared/rubric'
import { nodeFor, pointsFor, smallRubric } from '../small-rubric'

const rule = {
  kind: 'perItem',
  cap: 10,
  items: [
    { list: 'honours', kinds: ['gold'], points: 5 },
    { list: 'honours', kinds: ['silver'], points: 3 },
    { of: 'events', points: 0.5 },
  ],
}

describe('perItem', () => {
  it.each([
    [[], 0, 0],
    [['silver'], 0, 3],
    [['gold', 'silver'], 3, 9.5],
    [['gold', 'silver'], 4, 10],
    [['gold', 'silver'], 5, 10],
    [['gold', 'gold', 'gold'], 0, 10],
  ])('collects %j and %d events up to the cap: %d', (items, events, points) => {
    expect(pointsFor(rule, 10, { honours: items, events })).toBe(points)
  })

  it('counts a kind once where the document says so', () => {
    expect(pointsFor({ ...rule, repeated: 'once' }, 8, { honours: ['silver', 'silver'], events: 0 })).toBe(3)
  })

  it('refuses an item that is worth points twice', () => {
    const twice = {
      kind: 'perItem',
      cap: 10,
      items: [rule.items[0], { list: 'honours', kinds: ['gold'], points: 1 }],
    }
    expect(() => smallRubric(twice, 10)).toThrow(RubricError)
  })

  it('says its arithmetic', () => {
    expect(nodeFor(rule, 10, { honours: ['gold', 'gold', 'silver'], events: 0 }).why).toBe(
      '金 5 × 2 + 银 3 × 1 = 13,封顶 10',
    )
  })
})
