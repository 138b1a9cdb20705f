import fc from 'fast-check'
import {
  asking,
  filingKinds,
  filingStates,
  isAnnual,
  reminderOf,
  toFileNow,
} from '../../../src/shared/filings'

const report = { kind: 'monthly', state: 'open', daysLeft: 4, open: true } as const
const paper = { kind: 'annual-summary', state: 'open', daysLeft: 35, open: true } as const

describe('what is to be filed now', () => {
  it('is a report of a month that is over, from its first day on', () => {
    expect(toFileNow([report])).toEqual([report])
  })
  it('is an annual paper only from when the home screen names it', () => {
    const soon = { ...paper, daysLeft: 14 }
    expect(toFileNow([paper, soon])).toEqual([soon])
  })
  it.each(['missing', 'refused'] as const)('is what is %s, however long ago', (state) => {
    const old = { ...paper, state, daysLeft: -330 }
    expect(toFileNow([old])).toEqual([old])
  })
  it.each(['filed', 'approved'] as const)('is nothing that is %s', (state) => {
    expect(toFileNow([{ ...report, state }])).toEqual([])
  })
  it('holds whatever the home screen names, so that the two never contradict each other', () => {
    const filing = fc
      .record({
        kind: fc.constantFrom(...filingKinds),
        state: fc.constantFrom(...filingStates),
        daysLeft: fc.integer({ min: -400, max: 400 }),
        open: fc.boolean(),
      })
      // Only what is past due is missing, and only a month that is over can be reported.
      .filter(({ state, daysLeft }) =>
        state === 'open' ? daysLeft >= 0 : state !== 'missing' || daysLeft < 0,
      )
    fc.assert(
      fc.property(fc.array(filing), (filings) => {
        const counted = toFileNow(filings)
        expect(counted).toEqual(expect.arrayContaining(asking(filings)))
        expect(counted.filter(({ state, kind }) => state === 'open' && !isAnnual(kind))).toEqual(
          filings.filter(({ state, kind }) => state === 'open' && !isAnnual(kind)),
        )
      }),
    )
  })
})

describe('a reminder', () => {
  const daysThatRemind = (filing: typeof report | typeof paper) =>
    Array.from({ length: 41 }, (_, index) => 20 - index).flatMap((daysLeft) => {
      const said = reminderOf({ ...filing, daysLeft })
      return said === null ? [] : [[daysLeft, said] as const]
    })
  const overdue = Array.from({ length: 7 }, (_, index) => [-1 - index, 'overdue'] as const)

  it('of a report begins 3 days before its due day, and ends 7 days after it', () => {
    expect(daysThatRemind(report)).toEqual([...[3, 2, 1, 0].map((day) => [day, 'soon']), ...overdue])
  })

  it('of an annual paper begins 14 days before its due day, and ends 7 days after it', () => {
    const soon = Array.from({ length: 15 }, (_, index) => [14 - index, 'soon'] as const)
    expect(daysThatRemind(paper)).toEqual([...soon, ...overdue])
  })

  it.each(['filed', 'approved'] as const)(
    'does not go out for what is %s, nor for what is closed',
    (state) => {
      expect(reminderOf({ ...report, state, daysLeft: 0 })).toBeNull()
      expect(reminderOf({ ...report, daysLeft: 0, open: false })).toBeNull()
    },
  )
})
