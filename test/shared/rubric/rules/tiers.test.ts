import { nodeFor, pointsFor, smallRubric } from '../small-rubric'

const tiers = [
  { below: 60, points: 0, label: '未达' },
  { from: 60, upTo: 70, points: 20, label: '基本' },
  { over: 70, points: 20, plus: { points: 10, each: 10, partial: 'floor' }, label: '达标' },
]
const rule = { kind: 'tiers', of: 'share', cap: 50, tiers }
const withTiers = (changed: readonly object[]) => () => smallRubric({ ...rule, tiers: changed }, 20)

describe('tiers', () => {
  it.each([
    [0, 0],
    [59.999999, 0],
    [60, 20],
    [70, 20],
    [70.000001, 20],
    [79.9, 20],
    [80, 30],
    [100, 50],
  ])('gives for %d%% %d points', (share, points) => {
    expect(pointsFor(rule, 50, { share })).toBe(points)
  })

  it.each([
    ['ceil', 30],
    ['linear', 29.9],
  ])('counts a part of a step by %s', (partial, points) => {
    const plus = { points: 10, each: 10, partial }
    expect(
      pointsFor({ ...rule, tiers: [...tiers.slice(0, 2), { over: 70, points: 20, plus }] }, 50, {
        share: 79.9,
      }),
    ).toBe(points)
  })

  it('names the band reached', () => {
    expect(nodeFor(rule, 50, { share: 70 }).label).toBe('基本')
    expect(nodeFor(rule, 50, { share: 70.1 }).label).toBe('达标')
  })

  it.each([
    [
      'a gap between numbers',
      [
        { below: 60, points: 0 },
        { from: 61, points: 20 },
      ],
    ],
    [
      'a gap at one number',
      [
        { below: 60, points: 0 },
        { over: 60, points: 20 },
      ],
    ],
    [
      'an overlap of numbers',
      [
        { below: 60, points: 0 },
        { from: 59, points: 20 },
      ],
    ],
    [
      'an overlap at one number',
      [
        { upTo: 60, points: 0 },
        { from: 60, points: 20 },
      ],
    ],
    ['a start above the bottom', [{ from: 60, points: 20 }]],
    ['an end below the top', [{ below: 60, points: 20 }]],
    ['a tier after the endless one', [{ points: 0 }, { from: 60, points: 20 }]],
    [
      'a tier that ends before it starts',
      [
        { below: 60, points: 0 },
        { from: 60, below: 50, points: 20 },
      ],
    ],
    ['two lower ends', [{ from: 0, over: 0, points: 20 }]],
  ])('refuses %s', (_fault, changed) => {
    expect(withTiers(changed)).toThrow(/sections\[0\]\.indicators\[0\]\.rule\.tiers\[\d\]/)
  })
})
