/** When filings are due, in time, late; what may still be filed (D11, D15, D27, D28). */
import fc from 'fast-check'
import {
  approvedVersion,
  countedFiledAt,
  dutyOf,
  filingDue,
  filingOpensAt,
  filingState,
  isLateOrMissing,
  refusesFiling,
  reportedOf,
  type FilingHistory,
} from '../../../src/shared/filings'

/** `filed at` or `refuse/approve version at`, in order. */
function history(...events: string[]): FilingHistory {
  const versions: { version: number; filedAt: string }[] = []
  const decisions: { version: number; decision: 'approve' | 'refuse'; at: string }[] = []
  for (const event of events) {
    const [what = '', at = ''] = event.split(' ')
    if (what === 'filed') versions.push({ version: versions.length + 1, filedAt: at })
    else decisions.push({ version: versions.length, decision: what === 'approve' ? 'approve' : 'refuse', at })
  }
  return { versions, decisions }
}

/** The report of May is due on 5 June, 24:00 in Shanghai. */
const due = filingDue('monthly', '2023-05', [])
const inTime = '2023-06-05T15:59:59.999Z'
const midnight = '2023-06-05T16:00:00.000Z'
const late = '2023-06-05T16:00:00.001Z'

describe('due times', () => {
  it('are the 5th of the next month and 31 December, until 24:00 in Shanghai, never deferred', () => {
    expect(due).toBe(midnight)
    expect(filingDue('monthly', '2023-12', [])).toBe('2024-01-05T16:00:00.000Z')
    // 2023-12-31 is a Sunday.
    expect(filingDue('annual-summary', '2023', [])).toBe('2023-12-31T16:00:00.000Z')
  })

  it('let a month be filed once it is over, a year once it has begun', () => {
    expect(filingOpensAt('2023-05')).toBe('2023-05-31T16:00:00.000Z')
    expect(filingOpensAt('2023')).toBe('2022-12-31T16:00:00.000Z')
    expect(refusesFiling('monthly', '2023-05', history(), '2023-05-31T15:59:59Z')).toBe('not-yet')
    expect(refusesFiling('monthly', '2023-05', history(), '2023-05-31T16:00:00Z')).toBeNull()
    expect(refusesFiling('self-assessment', '2023', history(), '2022-12-31T15:59:59Z')).toBe('not-yet')
  })
})

describe('what counts as filed', () => {
  it('is late from the first instant after midnight in Shanghai, whatever the zone of the machine', () => {
    expect([inTime, midnight, late].map((at) => isLateOrMissing(at, due, late))).toEqual([false, false, true])
  })

  it('is missing from midnight on', () => {
    expect([inTime, midnight].map((now) => isLateOrMissing(null, due, now))).toEqual([false, true])
    expect([inTime, midnight].map((now) => filingState(history(), due, now))).toEqual(['open', 'missing'])
  })

  it('stays in time when it is corrected later', () => {
    expect(countedFiledAt(history(`filed ${inTime}`, `filed ${late}`), due)).toBe(inTime)
    expect(countedFiledAt(history('filed 2023-06-01T00:00:00Z', `filed ${inTime}`), due)).toBe(
      '2023-06-01T00:00:00Z',
    )
  })

  it('is nothing when it was sent back in time and not filed again; then the next filing, in time or late', () => {
    const sentBack = ['filed 2023-06-01T00:00:00Z', 'refuse 2023-06-03T00:00:00Z']
    expect(countedFiledAt(history(...sentBack), due)).toBeNull()
    expect(countedFiledAt(history(...sentBack, `filed ${inTime}`), due)).toBe(inTime)
    expect(countedFiledAt(history(...sentBack, `filed ${late}`), due)).toBe(late)
  })

  it('stays in time when it is sent back after the due time: nobody could have corrected it', () => {
    expect(countedFiledAt(history(`filed ${inTime}`, `refuse ${late}`), due)).toBe(inTime)
    expect(
      countedFiledAt(history(`filed ${inTime}`, `refuse ${late}`, 'filed 2023-07-01T00:00:00Z'), due),
    ).toBe(inTime)
  })

  it('is the first of several late ones', () => {
    expect(countedFiledAt(history(`filed ${late}`, 'filed 2023-07-01T00:00:00Z'), due)).toBe(late)
  })
})

describe('what is told of a duty that has fallen due (H2.5 b, H2.5k, D11)', () => {
  const early = 'filed 2023-06-01T00:00:00Z'
  const backInTime = 'refuse 2023-06-03T00:00:00Z'
  const dutyAfter = (...events: string[]) => dutyOf(reportedOf(history(...events), due), due)

  it.each<[string, string[], ReturnType<typeof dutyOf>]>([
    ['filed in time', [early], { late: false }],
    ['never filed', [], { late: true }],
    ['filed late', [`filed ${late}`], { late: true, filedAfterDue: true }],
    ['corrected late without being sent back', [early, `filed ${late}`], { late: false }],
    [
      'sent back in time and filed again in time',
      [early, backInTime, `filed ${inTime}`],
      { late: false, returns: 1 },
    ],
    [
      'sent back in time and not filed again',
      [early, backInTime],
      { late: true, lateAtFirst: false, returns: 1 },
    ],
    [
      'sent back in time and filed again late',
      [early, backInTime, `filed ${late}`],
      { late: true, lateAtFirst: false, filedAfterDue: true, returns: 1 },
    ],
    [
      'sent back twice after the due time',
      [early, `refuse ${late}`, 'filed 2023-07-01T00:00:00Z', 'refuse 2023-07-02T00:00:00Z'],
      { late: false, returns: 2 },
    ],
    [
      'filed late and sent back',
      [`filed ${late}`, 'refuse 2023-07-02T00:00:00Z'],
      { late: true, filedAfterDue: true, returns: 1 },
    ],
  ])('%s', (_what, events, told) => {
    expect(dutyAfter(...events)).toEqual(told)
  })

  it('says of every life whether it was in time at first, and at the end, and how often it was sent back', () => {
    const steps = fc.array(
      fc.record({
        hours: fc.integer({ min: 0, max: 60 }),
        what: fc.constantFrom('filed', 'refuse', 'approve'),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(steps, (made) => {
        let at = Date.parse('2023-06-01T00:00:00Z')
        const events = made.map(
          ({ hours, what }) => `${what} ${new Date((at += hours * 3_600_000)).toISOString()}`,
        )
        // Only a version can be decided on.
        const told = events.slice(events.findIndex((event) => event.startsWith('filed')))
        const life = told[0]?.startsWith('filed') ? told : []
        const duty = dutyAfter(...life)
        const after = (event: string | undefined) => event === undefined || (event.split(' ')[1] ?? '') > due
        expect(duty.lateAtFirst ?? duty.late).toBe(after(life[0]))
        expect(duty.returns ?? 0).toBe(life.filter((event) => event.startsWith('refuse')).length)
        expect(duty.filedAfterDue ?? false).toBe(
          duty.late && life.some((event) => event.startsWith('filed') && after(event)),
        )
        if (!life.some((event) => event.startsWith('refuse'))) expect(duty.late).toBe(after(life[0]))
        // Late at first is late for good, and nothing is told twice.
        if (after(life[0])) expect(duty.late).toBe(true)
        expect(duty.lateAtFirst).not.toBe(duty.late)
        expect([duty.filedAfterDue, duty.returns]).not.toContain(false)
        expect(duty.returns).not.toBe(0)
      }),
    )
  })
})

describe('the version that counts', () => {
  it('is none before one is approved, and the newest approved one while a later one waits or was sent back', () => {
    const one = ['filed 2023-06-01T00:00:00Z']
    expect(approvedVersion(history(...one))).toBeNull()
    const approved = [...one, 'approve 2023-06-02T00:00:00Z']
    expect(approvedVersion(history(...approved))).toBe(1)
    const two = [...approved, 'filed 2023-06-03T00:00:00Z']
    expect(approvedVersion(history(...two))).toBe(1)
    expect(approvedVersion(history(...two, 'refuse 2023-06-04T00:00:00Z'))).toBe(1)
    expect(approvedVersion(history(...two, 'approve 2023-06-04T00:00:00Z'))).toBe(2)
  })

  it('is none when the approval was taken back', () => {
    const taken = history(
      'filed 2023-06-01T00:00:00Z',
      'approve 2023-06-02T00:00:00Z',
      'refuse 2023-06-03T00:00:00Z',
    )
    expect(approvedVersion(taken)).toBeNull()
    expect(filingState(taken, due, late)).toBe('refused')
  })
})

describe('filing an annual one after its due time', () => {
  const may = (now: string, ...events: string[]) =>
    refusesFiling('annual-summary', '2023', history(...events), now)
  const before = 'filed 2023-12-30T00:00:00Z'

  it('refuses a correction after 10 January, 24:00 in Shanghai', () => {
    expect(may('2024-01-10T16:00:00.001Z', before)).toBe('closed')
    expect(may('2024-01-10T16:00:00.000Z', before)).toBeNull()
  })

  it('refuses a second correction', () => {
    expect(may('2024-01-06T00:00:00Z', before, 'filed 2024-01-05T00:00:00Z')).toBe('closed')
  })

  it('allows any number of replacements before', () => {
    expect(may('2023-12-31T15:00:00Z', before, before, before)).toBeNull()
    expect(may('2024-01-05T00:00:00Z', before, before, before)).toBeNull()
  })

  it('allows a first one late, and what was sent back at any time', () => {
    expect(may('2024-03-01T00:00:00Z')).toBeNull()
    expect(may('2024-03-01T00:00:00Z', before, 'refuse 2024-02-20T00:00:00Z')).toBeNull()
  })

  it('leaves monthly reports open for correction', () => {
    expect(refusesFiling('monthly', '2023-05', history(`filed ${inTime}`), '2023-12-01T00:00:00Z')).toBeNull()
  })
})
