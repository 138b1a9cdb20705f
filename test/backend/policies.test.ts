/** The whole table of policies: every role × every action of the contract × whose data. */
import {
  allow,
  allows,
  areaPrefix,
  mayTry,
  policies,
  scopeOf,
  type Subject,
} from '../../cloudfunctions/backend'
import { contract, roles, type Membership, type Role } from '../../src/shared/contract'

const platform = (id: string, areaCode: string) => ({ id, name: id, tier: 'city' as const, areaCode })
const changsha = platform('p-changsha', '430100')
const county = platform('p-county', '430121')
const zhuzhou = platform('p-zhuzhou', '430200')
const hunan = platform('p-hunan', '430000')

/** A member of each role: staff and managers of 长沙, the reviewer of 长沙's area. */
const memberOf: Record<Role, Membership> = {
  staff: { id: 'm1', role: 'staff', platform: changsha, areaCode: null },
  manager: { id: 'm2', role: 'manager', platform: changsha, areaCode: null },
  reviewer: { id: 'm3', role: 'reviewer', platform: null, areaCode: '430100' },
  province: { id: 'm4', role: 'province', platform: null, areaCode: null },
  enterprise: { id: 'm5', role: 'enterprise', platform: null, areaCode: null },
}

const subjects: Record<string, Subject> = {
  own: { platform: changsha },
  county: { platform: county },
  other: { platform: zhuzhou },
  province: { platform: hunan },
  none: { platform: null },
}
const nothing = { own: false, county: false, other: false, province: false, none: false }
const own = { ...nothing, own: true }
const area = { ...own, county: true }
const all = { own: true, county: true, other: true, province: true, none: true }

const recorders = { staff: own, manager: own }
const deciders = { reviewer: area, province: all }
const readers = { ...recorders, ...deciders }
const managers = { manager: own }
const province = { province: all }

/** What must hold, written out a second time on purpose. `open` = anybody may try, for what is theirs or public. */
const expected: Record<string, { open?: true } & Partial<Record<Role, typeof nothing>>> = {
  'session.whoAmI': { open: true },
  'session.health': { open: true },
  'session.join': { open: true },
  'session.bindEnterprise': { open: true },
  'session.unbindEnterprise': { open: true },
  'session.enterpriseCode': { open: true },
  'session.enterprisePeople': { open: true },
  'session.approvePerson': { open: true },
  'session.platforms': { open: true, ...readers },
  'session.invite': { manager: own, province: all },
  'records.push': recorders,
  'records.pull': readers,
  'records.get': readers,
  'records.withdraw': recorders,
  'records.attachPhoto': recorders,
  'records.photoLinks': readers,
  'confirm.issueCode': recorders,
  'confirm.revokeCodes': recorders,
  'confirm.open': { open: true },
  'confirm.confirm': { open: true },
  'confirm.rate': { open: true },
  'confirm.mine': { open: true },
  'confirm.lookUp': { open: true },
  'confirm.enter': recorders,
  'confirm.vouch': recorders,
  'confirm.list': readers,
  'review.queue': deciders,
  'review.get': deciders,
  'review.approve': deciders,
  'review.approveMany': deciders,
  'review.return': deciders,
  'review.undo': deciders,
  'review.history': readers,
  'evaluate.run': province,
  'evaluate.runs': province,
  'evaluate.periods': province,
  'evaluate.freeze': province,
  'evaluate.publish': province,
  'evaluate.correct': province,
  'evaluate.regrade': province,
  'evaluate.exclude': province,
  'evaluate.exclusions': province,
  'evaluate.object': managers,
  'evaluate.objections': readers,
  'evaluate.answerObjection': province,
  'evaluate.state': province,
  'evaluate.mark': province,
  'evaluate.takeBackMark': province,
  'evaluate.results': province,
  'evaluate.stated': province,
  'evaluate.entries': province,
  'evaluate.decide': province,
  'evaluate.decisions': province,
  'standing.progress': readers,
  'standing.rubric': { open: true },
  'standing.periods': readers,
  'standing.ranking': readers,
  'standing.card': readers,
  'standing.behind': readers,
  'standing.trend': readers,
  'standing.overview': deciders,
  'filings.due': readers,
  'filings.monthly': readers,
  'filings.selfAssessment': readers,
  'filings.annualSummary': readers,
  'filings.filing': readers,
  'filings.counties': readers,
  'filings.fileMonthly': managers,
  'filings.fileSelfAssessment': managers,
  'filings.fileAnnualSummary': managers,
  'filings.forward': managers,
  'filings.queue': deciders,
  'filings.signOff': deciders,
  'filings.cuts': readers,
  'filings.setCuts': province,
  'filings.dueDays': readers,
  'filings.setDueDay': province,
  'reports.scoreTable': { ...managers, ...deciders },
  'reports.ranking': readers,
  'reports.ledger': readers,
  'reports.bulletin': readers,
  'reports.selfAssessment': { ...managers, ...deciders },
  'reports.annualSummary': { ...managers, ...deciders },
  'reports.evidence': { ...managers, ...deciders },
}

const actionIds = Object.entries(contract).flatMap(([name, actions]) =>
  Object.keys(actions).map((action) => `${name}.${action}`),
)

describe('the table of policies', () => {
  it('has a line for every action of the contract, and for nothing else', () => {
    expect(Object.keys(policies).sort()).toEqual([...actionIds].sort())
    expect(Object.keys(expected).sort()).toEqual([...actionIds].sort())
  })

  it.each(actionIds)('%s: each role may do it to what the table says, and to nothing else', (action) => {
    for (const role of roles) {
      const caller = { memberships: [memberOf[role]] }
      const actual = Object.fromEntries(
        Object.entries(subjects).map(([name, subject]) => [name, allows(caller, action, subject)]),
      )
      expect({ role, ...actual }).toEqual({ role, ...(expected[action]?.[role] ?? nothing) })
      expect(mayTry(caller, action)).toBe(Boolean(expected[action]?.open ?? expected[action]?.[role]))
    }
    expect(mayTry({ memberships: [] }, action)).toBe(Boolean(expected[action]?.open))
    for (const subject of Object.values(subjects))
      expect(allows({ memberships: [] }, action, subject)).toBe(false)
  })

  it.each(['records.erase', 'toString', 'constructor', '__proto__', ''])(
    'refuses everybody an action that is missing: %p',
    (action) => {
      const everybody = { memberships: Object.values(memberOf) }
      expect(mayTry(everybody, action)).toBe(false)
      for (const subject of Object.values(subjects)) expect(allows(everybody, action, subject)).toBe(false)
    },
  )
})

describe('scopes', () => {
  it('refuses with NOT_ALLOWED', () => {
    expect(() => allow({ memberships: [memberOf.staff] }, 'records.push', { platform: zhuzhou })).toThrow(
      expect.objectContaining({ code: 'NOT_ALLOWED' }),
    )
  })

  it('reads an area code as the area with everything under it', () => {
    expect(['430000', '430100', '430121', '400000'].map(areaPrefix)).toEqual(['43', '4301', '430121', '40'])
    const wide = { memberships: [{ ...memberOf.reviewer, areaCode: '430000' }] }
    const narrow = { memberships: [{ ...memberOf.reviewer, areaCode: '430121' }] }
    const may = (caller: typeof wide) =>
      [hunan, changsha, county, zhuzhou].map((one) => allows(caller, 'review.approve', { platform: one }))
    expect(may(wide)).toEqual([true, true, true, true])
    expect(may(narrow)).toEqual([false, false, true, false])
    expect(allows(wide, 'review.approve', { platform: platform('p-guangdong', '440100') })).toBe(false)
  })

  it('gives somebody with several roles what each of them gives, for lists too', () => {
    const both = { memberships: [memberOf.staff, { ...memberOf.reviewer, areaCode: '430200' }] }
    expect(scopeOf(both, 'records.pull')).toEqual({
      all: false,
      platformIds: ['p-changsha'],
      areaPrefixes: ['4302'],
    })
    expect(scopeOf(both, 'review.queue')).toEqual({ all: false, platformIds: [], areaPrefixes: ['4302'] })
    expect(scopeOf({ memberships: [memberOf.enterprise] }, 'records.pull')).toEqual({
      all: false,
      platformIds: [],
      areaPrefixes: [],
    })
  })
})
