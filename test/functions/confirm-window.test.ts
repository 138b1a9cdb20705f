/** When a token is worth something, and what it is made of. Pure. */
import fc from 'fast-check'
import { byServerClock, CLOCK_MOST, CLOCK_TOLERANCE } from '../../cloudfunctions/confirm/clock'
import { ALPHABET, hashToken, makeToken, TOKEN_LENGTH } from '../../cloudfunctions/confirm/token'
import {
  confirmationAt,
  expiryOf,
  LATE_ARRIVAL,
  refusalAt,
  ROTATING_LIFETIME,
  TIME_TO_CONFIRM,
  windowOf,
} from '../../cloudfunctions/confirm/window'
import { tokenSchema } from '../../src/shared/contract'

const MINUTE = 60_000
const at = (time: string) => Date.parse(`2023-06-15T${time}:00Z`)
/** From 09:00 to 12:00, so open from 08:30 to 14:00. */
const window = windowOf({ startsAt: '2023-06-15T09:00:00Z', endsAt: '2023-06-15T12:00:00Z' })
const poster = { kind: 'poster' as const, createdAt: new Date(at('07:00')), expiresAt: new Date(at('14:00')) }
const rotating = (madeAt: number) => ({
  kind: 'rotating' as const,
  createdAt: new Date(madeAt),
  expiresAt: new Date(expiryOf('rotating', window, madeAt)),
})

describe('the window of an activity', () => {
  it('refuses a minute before 30 minutes before the start, and from then on does not', () => {
    expect(refusalAt(poster, window, 'open', at('08:29'))).toBe('TOKEN_NOT_YET_OPEN')
    expect(refusalAt(poster, window, 'open', at('08:30'))).toBeNull()
  })

  it('refuses from 2 hours after the end, whatever the kind of token', () => {
    expect(refusalAt(poster, window, 'open', at('14:00'))).toBeNull()
    expect(refusalAt(poster, window, 'open', at('14:01'))).toBe('TOKEN_CLOSED')
    expect(refusalAt(rotating(at('13:59')), window, 'open', at('14:01'))).toBe('TOKEN_CLOSED')
  })
})

describe('a rotating token', () => {
  const token = rotating(at('09:30'))

  it('can be opened for two minutes', () => {
    expect(refusalAt(token, window, 'open', at('09:30') + ROTATING_LIFETIME)).toBeNull()
    expect(refusalAt(token, window, 'open', at('09:30') + ROTATING_LIFETIME + 1)).toBe('TOKEN_EXPIRED')
  })

  it('leaves who opened it in time ten minutes more to type in their enterprise, and no longer', () => {
    const last = at('09:32') + TIME_TO_CONFIRM
    expect(confirmationAt(token, window, last, last)).toEqual({ confirmedAt: last, late: false })
    expect(confirmationAt(token, window, last + 1, last + 1)).toBe('TOKEN_EXPIRED')
  })

  it('does not help who claims to have pressed before the token existed', () => {
    expect(confirmationAt(token, window, at('09:29'), at('10:00'))).toBe('TOKEN_EXPIRED')
  })
})

describe('a confirmation that arrives late', () => {
  it('is late and keeps the time at which it was pressed', () => {
    expect(confirmationAt(poster, window, at('11:00'), at('20:00'))).toEqual({
      confirmedAt: at('11:00'),
      late: true,
    })
  })

  it('is refused 24 hours after it was pressed', () => {
    const pressed = at('11:00')
    expect(confirmationAt(poster, window, pressed, pressed + LATE_ARRIVAL)).toMatchObject({ late: true })
    expect(confirmationAt(poster, window, pressed, pressed + LATE_ARRIVAL + 1)).toBe('TOKEN_CLOSED')
  })

  it('is refused when it was pressed outside of the window, or in the future', () => {
    expect(confirmationAt(poster, window, at('08:00'), at('20:00'))).toBe('TOKEN_CLOSED')
    expect(confirmationAt(poster, window, at('23:00'), at('20:00'))).toBe('TOKEN_CLOSED')
    expect(confirmationAt(poster, window, at('10:00'), at('08:00'))).toBe('TOKEN_NOT_YET_OPEN')
  })
})

describe('a time by a phone’s clock', () => {
  const hour = 60 * MINUTE
  const told = '2023-06-15T09:00:00Z'
  const sentAt = (behind: number) => new Date(at('20:00') - behind).toISOString()

  it('is put right by what the clock showed when it was sent', () => {
    expect(byServerClock(told, sentAt(48 * hour), at('20:00'))).toBe(at('09:00') + 48 * hour)
    expect(byServerClock(told, sentAt(-48 * hour), at('20:00'))).toBe(at('09:00') - 48 * hour)
  })

  it('stands as told without that, within the way over the network, and beyond a week', () => {
    expect(byServerClock(told, undefined, at('20:00'))).toBe(at('09:00'))
    expect(byServerClock(told, sentAt(CLOCK_TOLERANCE), at('20:00'))).toBe(at('09:00'))
    expect(byServerClock(told, sentAt(CLOCK_MOST + 1), at('20:00'))).toBe(at('09:00'))
  })
})

it('takes the time of arrival when a phone on the spot has a wrong clock', () => {
  expect(confirmationAt(poster, window, at('03:00'), at('10:00'))).toEqual({
    confirmedAt: at('10:00'),
    late: false,
  })
})

it('never confirms outside of the window or in the future', () => {
  const instant = fc.integer({ min: at('00:00') - 2000 * MINUTE, max: at('00:00') + 4000 * MINUTE })
  fc.assert(
    fc.property(instant, instant, instant, fc.boolean(), (madeAt, pressedAt, now, isPoster) => {
      const outcome = confirmationAt(isPoster ? poster : rotating(madeAt), window, pressedAt, now)
      if (typeof outcome === 'string') return
      expect(outcome.confirmedAt).toBeGreaterThanOrEqual(window.opensAt)
      expect(outcome.confirmedAt).toBeLessThanOrEqual(Math.min(window.closesAt, now))
    }),
  )
})

describe('a token', () => {
  it('is of letters that nobody mistakes for each other, and fits a scene', () => {
    expect(new Set(ALPHABET).size).toBe(31)
    expect(ALPHABET).not.toMatch(/[ILO01]/)
    for (let n = 0; n < 200; n += 1) {
      const token = makeToken()
      expect(token).toHaveLength(TOKEN_LENGTH)
      expect([...token].every((letter) => ALPHABET.includes(letter))).toBe(true)
      expect(tokenSchema.safeParse(token).success).toBe(true)
    }
  })

  it('draws every letter about as often', () => {
    const counts = new Map<string, number>()
    for (let n = 0; n < 3_100; n += 1) {
      for (const letter of makeToken()) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    // 2,000 each on average; six standard deviations are 264.
    expect(counts.size).toBe(31)
    for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(300)
  })

  it('is stored as its SHA-256', () => {
    // printf 23456789 | sha256sum
    expect(hashToken('23456789')).toBe('f14f286ca435d1fa3b9d8041e8f06aa0af7ab28ea8edcd7e11fd485a100b632b')
  })
})
