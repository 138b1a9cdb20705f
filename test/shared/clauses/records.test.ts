// Which records make a fact: one that meets every condition of the clause, and one for each condition missed.
import {
  activityCategories,
  demandTypes,
  type ActivityCategory,
  type CountableRecord,
} from '../../../src/shared/records'
import { rubricById } from '../../../src/shared/rubric'
import { factsOf, tally } from '../../../src/shared/scoring'
import { base, demand, factFrom, flawless } from './clause'

const conditions = ['role', 'published', 'complete'] as const
type Condition = (typeof conditions)[number]
const city = 'hunan-2023-city'
const county = 'hunan-2023-county'

/** RULES.md H2.4, H3.1 and the table of H3.1k: what each clause asks of an activity. */
const activities: readonly (readonly [string, string, ActivityCategory, readonly Condition[]])[] = [
  [city, 'matchingEvents', 'matching', ['role', 'published']],
  [city, 'brandActivities', 'brand', ['role', 'published', 'complete']],
  [city, 'startupActivities', 'startup', ['role', 'published', 'complete']],
  [city, 'technologyActivities', 'technology', ['role', 'published', 'complete']],
  [city, 'policyActivities', 'policy', ['role', 'published', 'complete']],
  [city, 'trainingActivities', 'training', ['role', 'published', 'complete']],
  [county, 'matchingEvents', 'matching', ['role', 'published']],
  [county, 'brandActivities', 'brand', ['role', 'published', 'complete']],
  [county, 'startupActivities', 'startup', ['role', 'complete']],
  [county, 'technologyActivities', 'technology', ['role', 'published', 'complete']],
  [county, 'policyActivities', 'policy', ['role', 'published', 'complete']],
  [county, 'trainingActivities', 'training', ['role']],
]

describe.each(activities)('%s: %s are activities of %s', (id, fact, category, asked) => {
  const given = { ...flawless, category }
  const counted = (changes: Partial<typeof given> | object) => factFrom(id, fact, [{ ...given, ...changes }])

  it('hosted or undertaken, and approved', () => {
    expect(counted({})).toBe(1)
    expect(counted({ role: 'undertake' })).toBe(1)
    expect(counted({ approved: false })).toBe(0)
  })

  it('of no other category', () => {
    for (const other of activityCategories)
      expect([other, counted({ category: other })]).toEqual([other, other === category ? 1 : 0])
  })

  it(`that want nothing but ${asked.join(', ')}`, () => {
    const missing: Readonly<Record<Condition, object>> = {
      role: { role: 'assist' },
      published: { published: false },
      complete: { complete: false },
    }
    for (const condition of conditions)
      expect([condition, counted(missing[condition])]).toEqual([condition, asked.includes(condition) ? 0 : 1])
  })
})

describe.each([city, county])('%s', (id) => {
  const from = (fact: string, ...records: CountableRecord[]) => factFrom(id, fact, records)

  it.each([
    ['loanApplicationsOrganised', 'application'],
    ['loanDemandsPublished', 'loan'],
    ['equityDemandsPublished', 'equity'],
  ] as const)('%s: every %s demand that arose was published, in time', (fact, kind) => {
    const good = { ...demand, demand: kind }
    expect(from(fact)).toBe(false)
    expect(from(fact, good)).toBe(true)
    expect(from(fact, good, { ...good, id: 'r2', published: false })).toBe(false)
    expect(from(fact, good, { ...good, id: 'r2', inTime: false })).toBe(false)
    expect(from(fact, good, { ...good, id: 'r2', inTime: false, excused: true })).toBe(false)
    const lets = rubricById(id, { lateDemands: 'excused' })
    const excusing = (...records: CountableRecord[]) => factsOf(lets, tally(lets, records))[fact]
    expect(excusing(good, { ...good, id: 'r2', inTime: false })).toBe(false)
    expect(excusing(good, { ...good, id: 'r2', inTime: false, excused: true })).toBe(true)
    expect(excusing(good, { ...good, id: 'r2', published: false, inTime: false, excused: true })).toBe(false)
    expect(from(fact, { ...good, approved: false })).toBe(false)
    for (const other of demandTypes.filter((each) => each !== kind))
      expect(from(fact, { ...demand, demand: other })).toBe(false)
  })

  it('registrations: that figure of the monthly reports, and no other', () => {
    const figure = { ...base, kind: 'figure' as const, name: 'registrations', value: 7 }
    expect(from('registrations', figure, { ...figure, id: 'r2', value: 5 })).toBe(12)
    expect(from('registrations', { ...figure, name: 'onlineTransactions' })).toBe(0)
    expect(from('registrations', { ...figure, approved: false })).toBe(0)
  })

  it('onlineTransactions: completed ones, and the figure of the monthly reports', () => {
    const transaction = { ...base, kind: 'transaction' as const, completed: true }
    expect(from('onlineTransactions', transaction)).toBe(1)
    expect(from('onlineTransactions', { ...transaction, completed: false })).toBe(0)
    expect(from('onlineTransactions', { ...transaction, approved: false })).toBe(0)
    const figure = { ...base, kind: 'figure' as const, name: 'onlineTransactions', value: 7 }
    expect(from('onlineTransactions', figure)).toBe(7)
    expect(from('onlineTransactions', { ...figure, name: 'registrations' })).toBe(0)
  })

  it('lateOrMissingReports: obligations that were missed', () => {
    const obligation = { ...base, kind: 'obligation' as const, late: true }
    expect(from('lateOrMissingReports', obligation)).toBe(1)
    expect(from('lateOrMissingReports', { ...obligation, late: false })).toBe(0)
  })

  it('enterpriseAttendances: of every approved activity, whatever its kind, role and state', () => {
    expect(from('enterpriseAttendances', flawless)).toBe(20)
    expect(from('enterpriseAttendances', { ...flawless, approved: false })).toBe(0)
    const bare = {
      category: 'visit',
      role: 'assist',
      campaign: 'none',
      published: false,
      complete: false,
    } as const
    expect(from('enterpriseAttendances', { ...flawless, ...bare })).toBe(20)
  })

  it('serviceCampaignHeld: either campaign, approved', () => {
    expect(from('serviceCampaignHeld', flawless)).toBe(true)
    expect(from('serviceCampaignHeld', { ...flawless, campaign: 'service-month' })).toBe(true)
    expect(from('serviceCampaignHeld', { ...flawless, campaign: 'none' })).toBe(false)
    expect(from('serviceCampaignHeld', { ...flawless, approved: false })).toBe(false)
  })

  it.each(['registrationTarget', 'localIndustrialEnterprises', 'financingSubPlatform'])(
    '%s: the latest statement of that name',
    (fact) => {
      const value = fact === 'financingSubPlatform' ? true : 400
      const statement = { ...base, kind: 'statement' as const, name: fact, value, at: '2023-03-01T08:00:00Z' }
      expect(from(fact)).toBeUndefined()
      expect(from(fact, statement)).toBe(value)
      expect(from(fact, { ...statement, name: 'anotherName' })).toBeUndefined()
    },
  )
})

it('tells in a city the two campaigns apart', () => {
  expect(factFrom(city, 'togetherCampaignHeld', [flawless])).toBe(true)
  expect(factFrom(city, 'serviceMonthHeld', [flawless])).toBe(false)
  expect(factFrom(city, 'togetherCampaignHeld', [{ ...flawless, campaign: 'service-month' }])).toBe(false)
  expect(factFrom(city, 'serviceMonthHeld', [{ ...flawless, campaign: 'service-month' }])).toBe(true)
})
