/** Dates against the clock: what is refused, what is planned, what is only unusual. */
import {
  dateDoubts,
  dateFaults,
  daysFromActToEntry,
  formDateFaults,
  isPlanned,
} from '../../../src/shared/records'
import { activity, demand, honour } from './builders'

const now = new Date('2023-06-20T02:00:00Z')
const from = (startsAt: string, endsAt = startsAt) => activity({ startsAt, endsAt })

describe('typing errors', () => {
  it.each([
    ['startsAt', from('2016-12-31T15:59:59Z', '2017-01-01T02:00:00Z')],
    ['endsAt', from('2023-06-20T02:00:00Z', '2024-06-20T16:00:00Z')],
    ['receivedAt', demand({ receivedAt: '2013-06-19T02:00:00Z' })],
    ['publishedAt', demand({ publishedAt: '2033-06-19T02:00:00Z' })],
    ['conferredOn', honour({ conferredOn: '0023-05-10' })],
  ])('are refused at the field: %s', (field, payload) => {
    expect(Object.keys(dateFaults(payload, now))).toEqual([field])
  })

  it('are judged by the day in Shanghai', () => {
    expect(dateFaults(from('2016-12-31T16:00:00Z'), now)).toEqual({})
    expect(dateFaults(from('2024-06-20T15:59:00Z'), now)).toEqual({})
  })

  it('are not what an honour is valid until', () => {
    expect(formDateFaults(honour({ conferredOn: '2023-05-10', validUntil: '2033-05-09' }), now)).toEqual({})
  })
})

describe('what lies ahead', () => {
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()

  it('is refused at the form beyond 24 hours, and taken within them', () => {
    expect(formDateFaults(demand({ receivedAt: inHours(25), publishedAt: null }), now)).toHaveProperty(
      'receivedAt',
    )
    expect(formDateFaults(honour({ conferredOn: '2023-06-22' }), now)).toHaveProperty('conferredOn')
    expect(formDateFaults(demand({ receivedAt: inHours(23), publishedAt: null }), now)).toEqual({})
    expect(formDateFaults(honour({ conferredOn: '2023-06-21' }), now)).toEqual({})
  })

  it('is no typing error, so that the function keeps what a phone accepted', () => {
    expect(dateFaults(demand({ receivedAt: inHours(25), publishedAt: null }), now)).toEqual({})
  })

  it('is planned, of an activity, until the instant at which it begins', () => {
    expect(formDateFaults(from(inHours(900)), now)).toEqual({})
    expect(isPlanned(from(inHours(1)), now)).toBe(true)
    expect(isPlanned(from(inHours(0)), now)).toBe(false)
    expect(isPlanned(demand({ receivedAt: inHours(1) }), now)).toBe(false)
  })
})

describe('what is unusual', () => {
  const entered = new Date('2023-06-20T02:00:00Z')

  it('nothing of an ordinary record', () => {
    expect(dateDoubts(from('2023-06-19T02:00:00Z'), entered)).toEqual({
      ahead: false,
      long: false,
      old: false,
    })
  })

  it('an activity of more than 31 days, an entry after more than 90, another kind ahead', () => {
    expect(dateDoubts(from('2023-05-20T02:00:00Z', '2023-06-19T02:00:00Z'), entered).long).toBe(false)
    expect(dateDoubts(from('2023-05-19T02:00:00Z', '2023-06-19T02:00:00Z'), entered).long).toBe(true)
    expect(dateDoubts(honour({ conferredOn: '2023-03-22' }), entered).old).toBe(false)
    expect(dateDoubts(honour({ conferredOn: '2023-03-21' }), entered).old).toBe(true)
    expect(dateDoubts(demand({ receivedAt: '2023-06-20T02:00:01Z', publishedAt: null }), entered).ahead).toBe(
      true,
    )
  })

  it('days from act to entry are counted from the end of an activity, in Shanghai', () => {
    expect(daysFromActToEntry(from('2023-06-16T02:00:00Z', '2023-06-16T16:30:00Z'), entered)).toBe(3)
    expect(daysFromActToEntry(demand({ receivedAt: '2023-06-21T02:00:00Z' }), entered)).toBe(0)
  })
})
