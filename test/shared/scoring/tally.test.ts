import fc from 'fast-check'
import { canonicalJson, type CountableRecord } from '../../../src/shared/records'
import { dayOf, parseRubric, rubricById, rubricDocument } from '../../../src/shared/rubric'
import {
  emptyTally,
  factsOf,
  mergeTallies,
  parseFacts,
  tally,
  tallySchema,
} from '../../../src/shared/scoring'
import { anyRecord } from './arbitraries'
import { base, event } from './rows'

const city = rubricById('hunan-2023-city')
const county = rubricById('hunan-2023-county')
/** Whatever is chosen, honours count in the year that they name. */
const named = { conferred: 'named', valid: 'named', named: 'named' }
const activity = { ...event, category: 'matching' as const }
const factsFrom = (records: readonly CountableRecord[], rubric = city) =>
  factsOf(rubric, tally(rubric, records))

describe('a tally is a commutative monoid', () => {
  const bytes = (value: unknown) => JSON.stringify(value)
  const tallies = fc.array(anyRecord, { maxLength: 12 }).map((records) => tally(city, records))

  it('does not care for the order of records', () => {
    fc.assert(
      fc.property(fc.array(anyRecord), fc.infiniteStream(fc.nat()), (records, numbers) => {
        const shuffled = records
          .map((record) => ({ record, place: numbers.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ record }) => record)
        expect(bytes(tally(city, shuffled))).toBe(bytes(tally(city, records)))
      }),
    )
  })

  it('merges in any order and grouping, with the empty tally as identity', () => {
    fc.assert(
      fc.property(tallies, tallies, tallies, (a, b, c) => {
        expect(bytes(mergeTallies(a, b))).toBe(bytes(mergeTallies(b, a)))
        expect(bytes(mergeTallies(mergeTallies(a, b), c))).toBe(bytes(mergeTallies(a, mergeTallies(b, c))))
        expect(bytes(mergeTallies(a, emptyTally))).toBe(bytes(a))
        expect(bytes(mergeTallies(emptyTally, a))).toBe(bytes(a))
      }),
    )
  })

  it('of a year is the merge of its months, under every reading', () => {
    const enterprises = rubricById('hunan-2023-city', {
      enterpriseCounting: 'enterprises',
      honourReprints: 'each',
    })
    const otherDays = rubricById('hunan-2023-county', {
      honourDate: 'valid',
      severalCategories: 'each',
      reportQuality: 'each-return',
    })
    const byEntry = parseRubric({
      ...rubricDocument('hunan-2023-city'),
      dating: { records: 'entry', honours: { choose: 'honourDate', of: named } },
    })
    fc.assert(
      fc.property(
        fc.array(anyRecord, { maxLength: 60 }),
        fc.constantFrom(city, county, enterprises, otherDays, byEntry),
        (records, rubric) => {
          const monthOf = (record: CountableRecord) => dayOf(rubric, record).slice(0, 7)
          const names = [...new Set(records.map(monthOf))]
          const months = names.map((name) => records.filter((record) => monthOf(record) === name))
          const merged = months.map((month) => tally(rubric, month)).reduce(mergeTallies, emptyTally)
          expect(bytes(merged)).toBe(bytes(tally(rubric, records)))
        },
      ),
    )
  })

  it('survives JSON, and its facts are facts of the rubric', () => {
    fc.assert(
      fc.property(fc.array(anyRecord), (records) => {
        const made = tally(city, records)
        expect(tallySchema.parse(JSON.parse(bytes(made)))).toEqual(made)
        expect(parseFacts(city, factsOf(city, made))).toEqual(factsOf(city, made))
      }),
    )
  })

  it('refuses to merge tallies of different readings', () => {
    const a = tally(city, [activity])
    const b = { facts: { enterpriseAttendances: { distinct: ['a'] } } }
    expect(() => mergeTallies(a, b)).toThrow(TypeError)
  })
})

describe('what counts', () => {
  it('without records is nothing, and what must be stated stays unknown', () => {
    const facts = factsFrom([])
    expect(facts).toMatchObject({
      matchingEvents: 0,
      serviceCampaignHeld: false,
      honours: [],
      loanDemandsPublished: false,
    })
    expect(Object.keys(facts)).not.toEqual(
      expect.arrayContaining([
        'registrationTarget',
        'localIndustrialEnterprises',
        'financingSubPlatform',
        'marks',
      ]),
    )
    for (const name of [
      'registrationTarget',
      'localIndustrialEnterprises',
      'financingSubPlatform',
      'marks',
    ]) {
      expect(facts[name]).toBeUndefined()
    }
  })

  it.each([
    ['an event that was hosted, published and approved', activity, 1],
    ['an event that was undertaken', { ...activity, role: 'undertake' as const }, 1],
    ['an event that was only assisted', { ...activity, role: 'assist' as const }, 0],
    ['an event that stands in no back end', { ...activity, published: false }, 0],
    ['an event that is not approved', { ...activity, approved: false }, 0],
    ['an event on the first day of the period', { ...activity, date: '2023-01-01' }, 1],
    ['an event on the last day', { ...activity, date: '2023-12-31' }, 1],
    ['an event the day before', { ...activity, date: '2022-12-31' }, 0],
    ['an event the day after', { ...activity, date: '2024-01-01' }, 0],
    ['a matching event that is not complete, which is not asked for', { ...activity, complete: false }, 1],
    ['an event of another category', { ...activity, category: 'park' as const }, 0],
  ])('%s', (_what, record, matchingEvents) => {
    expect(factsFrom([record])).toMatchObject({ matchingEvents })
  })

  it('counts attendances of every approved activity, also of visits', () => {
    const visit = {
      ...activity,
      id: 'r2',
      category: 'visit' as const,
      role: 'assist' as const,
      published: false,
      attendances: 7,
    }
    const facts = factsFrom([activity, visit, { ...activity, id: 'r3', approved: false }])
    expect(facts.enterpriseAttendances).toBe(27)
  })

  it('counts enterprises instead of attendances where the province says so', () => {
    const rubric = rubricById('hunan-2023-city', { enterpriseCounting: 'enterprises' })
    const records = [
      { ...activity, enterprises: ['a', 'b'] },
      { ...activity, id: 'r2', enterprises: ['b', 'c'] },
    ]
    expect(factsFrom(records, rubric).enterpriseAttendances).toBe(3)
  })

  it('reads the county’s clauses to the letter', () => {
    const half = { ...activity, published: false, complete: true }
    const bare = { ...activity, published: false, complete: false }
    const of = (record: typeof half, category: 'brand' | 'startup' | 'technology' | 'policy' | 'training') =>
      factsFrom([{ ...record, category }], county)[`${category}Activities`]
    const categories = ['brand', 'startup', 'technology', 'policy', 'training'] as const
    expect(categories.map((category) => of(half, category))).toEqual([0, 1, 0, 0, 1])
    expect(categories.map((category) => of(bare, category))).toEqual([0, 0, 0, 0, 1])
  })

  it('takes one campaign for the gate, and tells the two apart', () => {
    const facts = factsFrom([{ ...activity, campaign: 'service-month' as const }])
    expect(facts).toMatchObject({
      serviceCampaignHeld: true,
      togetherCampaignHeld: false,
      serviceMonthHeld: true,
    })
  })

  it('calls demands published when every one that arose was, in time', () => {
    const demand = {
      ...base,
      kind: 'demand' as const,
      demand: 'loan' as const,
      published: true,
      inTime: true,
    }
    expect(factsFrom([demand]).loanDemandsPublished).toBe(true)
    expect(factsFrom([demand, { ...demand, id: 'r2', inTime: false }]).loanDemandsPublished).toBe(false)
    expect(
      factsFrom([demand, { ...demand, id: 'r2', approved: false, inTime: false }]).loanDemandsPublished,
    ).toBe(true)
    // Not yet decidable: neither for nor against.
    const undecided = { ...demand, id: 'r3', inTime: null }
    expect(factsFrom([demand, undecided]).loanDemandsPublished).toBe(true)
    expect(factsFrom([undecided])).toEqual(factsFrom([]))
    expect(factsFrom([demand])).toMatchObject({ equityDemandsReceived: 0, equityDemandsPublished: false })
    expect(factsFrom([{ ...demand, demand: 'equity' as const }]).equityDemandsReceived).toBe(1)
  })

  it('adds completed transactions to the figure of the monthly report', () => {
    const transaction = { ...base, kind: 'transaction' as const, completed: true }
    const figure = { ...base, kind: 'figure' as const, name: 'onlineTransactions', value: 40 }
    const cancelled = { ...transaction, completed: false }
    expect(factsFrom([transaction, figure, cancelled]).onlineTransactions).toBe(41)
  })

  it('counts an obligation that was missed, and no other', () => {
    const obligation = { ...base, kind: 'obligation' as const, late: true }
    expect(factsFrom([obligation, { ...obligation, late: false }]).lateOrMissingReports).toBe(1)
  })

  it('counts one story once, in the kind that is worth most', () => {
    const honour = {
      ...base,
      kind: 'honour' as const,
      honour: 'mainstream-media-report' as const,
      story: 's1',
    }
    const popular = { ...honour, id: 'r2', honour: 'most-popular-platform' as const }
    const other = { ...honour, id: 'r3', story: 's2' }
    expect(factsFrom([honour, popular, other]).honours).toEqual([
      'most-popular-platform',
      'mainstream-media-report',
    ])
    // As a database keeps it: the members of an object in another order.
    const stored = parseRubric(JSON.parse(canonicalJson(rubricDocument('hunan-2023-city'))))
    const star = { ...popular, id: 'r4', honour: 'service-star' as const }
    const expert = { ...popular, id: 'r5', honour: 'excellent-expert' as const }
    for (const stories of [
      [honour, popular],
      [star, popular],
      [expert, popular],
    ]) {
      expect(factsFrom(stories, stored).honours).toEqual(['most-popular-platform'])
    }
    const each = rubricById('hunan-2023-city', { honourReprints: 'each' })
    expect(factsFrom([honour, { ...honour, id: 'r2' }], each).honours).toHaveLength(2)
  })

  it('takes the latest statement, by the instant and not by its spelling', () => {
    const stated = {
      ...base,
      kind: 'statement' as const,
      name: 'registrationTarget',
      value: 400,
      at: '2023-03-01T08:00:00+08:00',
    }
    const earlier = { ...stated, id: 'r2', value: 500, at: '2023-02-28T23:59:00Z' }
    expect(factsFrom([stated, earlier]).registrationTarget).toBe(400)
  })

  it('takes each judge’s latest mark, and of several judges the mean or the lowest', () => {
    const mark = {
      ...base,
      kind: 'mark' as const,
      criterion: 'daily/coordination',
      judge: '甲',
      points: 4,
      at: '2023-03-01T08:00:00+08:00',
    }
    const records = [
      mark,
      { ...mark, id: 'r2', points: 8, at: '2023-03-02T08:00:00+08:00' },
      { ...mark, id: 'r3', judge: '乙', points: 9.5 },
      { ...mark, id: 'r4', criterion: 'of/another-rubric' },
    ]
    expect(factsFrom(records).marks).toEqual({ 'daily/coordination': 8.75 })
    expect(factsFrom(records, rubricById('hunan-2023-city', { judges: 'lower' })).marks).toEqual({
      'daily/coordination': 8,
    })
  })
})
