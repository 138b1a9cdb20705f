import { begun, differs, noteKey, ownOf } from '../../src/pages/filings/own-points'
import { formatPointsShort } from '../../src/shared/scoring'

const row = (card: number | null, own: number | null = null, note = '') => ({
  ...{ criterion: 'events', max: 30, card, own, note },
})

describe('the own points to start from', () => {
  test('are those of the card as they are shown, for every hundredth up to 30', () => {
    const wrong = Array.from({ length: 3001 }, (_, at) => at / 100).filter(
      (card) => begun([row(card)]).events !== formatPointsShort(card),
    )
    expect(wrong).toEqual([])
    expect(begun([row(8.2)]).events).toBe('8.2')
    expect(begun([row(22.345)]).events).toBe('22.35')
  })
  test('may be filed as they are', () => {
    for (const card of [8.2, 29.999999, 22.345, 0]) {
      expect(ownOf(row(card), begun([row(card)]).events)).not.toBeNull()
    }
  })
  test('are those filed, with their note, once there are some; nothing where the card is open', () => {
    expect(begun([row(8.2, 9, '见附件')])).toEqual({ events: '9', [noteKey('events')]: '见附件' })
    expect(begun([row(null)]).events).toBe('')
  })
})

test('what only rounding sets apart is shown as no difference, and not pointed at', () => {
  expect([0.0044, -0.0044, 0, null].map(differs)).toEqual([false, false, false, false])
  expect([0.01, -0.01, 5].map(differs)).toEqual([true, true, true])
})
