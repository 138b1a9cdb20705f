import {
  count,
  creditCodeText,
  gain,
  movementText,
  momentText,
  percent,
  points,
  recentText,
  shortPoints,
  spanText,
} from '../../src/components/figures'

describe('figures', () => {
  test('points have two decimals, half up', () => {
    expect(points(76.445)).toBe('76.45')
    expect(points(1.005)).toBe('1.01')
    expect(points(100)).toBe('100.00')
  })
  test('points beside their maximum lose needless decimals', () => {
    expect([shortPoints(82), shortPoints(74.5), shortPoints(22.345)]).toEqual(['82', '74.5', '22.35'])
  })
  test('a gain has a sign, and none when nothing is left after rounding', () => {
    expect([gain(3), gain(-0.3), gain(0), gain(0.004), gain(-0.004)]).toEqual([
      '+3.00',
      '−0.30',
      '0.00',
      '0.00',
      '0.00',
    ])
  })
  test('a moment of another year says the year, where it is asked for', () => {
    const instant = '2025-12-16T14:30:00+08:00'
    expect([momentText(instant), momentText(instant, '2025'), momentText(instant, '2026')]).toEqual([
      '12月16日 14:30',
      '12月16日 14:30',
      '2025年12月16日 14:30',
    ])
  })
  test('counts carry their unit and are grouped from ten thousand on', () => {
    expect([count(12, '家'), count(1234, '家次'), count(12345, '家次')]).toEqual([
      '12 家',
      '1234 家次',
      '12,345 家次',
    ])
  })
  test('a share is shown as a percentage without needless decimals', () => {
    expect([percent(0.3), percent(0.125), percent(1)]).toEqual(['30%', '12.5%', '100%'])
  })
  test('times are those of Asia/Shanghai, on one day or over two', () => {
    expect(spanText('2023-09-18T06:00:00Z', '2023-09-18T08:30:00Z')).toBe('9月18日 14:00–16:30')
    expect(spanText('2023-09-18T15:00:00Z', '2023-09-18T16:30:00Z')).toBe('9月18日 23:00 – 9月19日 00:30')
  })
  test('a time of today is the hour alone', () => {
    const now = new Date('2023-09-18T07:00:00Z')
    expect(recentText('2023-09-18T06:03:00Z', now)).toBe('14:03')
    expect(recentText('2023-09-17T06:03:00Z', now)).toBe('9月17日 14:03')
  })
  test('a credit code stands in groups of four', () => {
    expect(creditCodeText('91430181MA4XABCD8G')).toBe('9143 0181 MA4X ABCD 8G')
  })
  test('a movement is a sign and a number; without a comparison it is a dash', () => {
    expect([movementText(3), movementText(-1), movementText(0), movementText(null)]).toEqual([
      '↑ 3',
      '↓ 1',
      '持平',
      '—',
    ])
  })
})
