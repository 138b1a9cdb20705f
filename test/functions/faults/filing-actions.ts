/** The writing actions of `filings`. */
import { grantMembership, transact, whoIs } from '../../../cloudfunctions/backend'
import type { FilingKind } from '../../../src/shared/filings'
import { criteriaOf, rubricById } from '../../../src/shared/rubric'
import { openidOf } from '../harness'
import type { Asking, Writing } from './writing'

const own = { platformId: 'p-changsha', year: '2023' }
const monthly = { platformId: 'p-changsha', month: '2023-05' }
const ofCounty = { kind: 'annual-summary', period: '2023', platformId: 'p-changsha-county' }
const source = '湘企融后台导出'

export function filingActions({ world, ask, another }: Asking) {
  const { database } = world
  /** A county of the cast has nobody who files. */
  async function countyManager() {
    const { person, memberships } = await whoIs(database, openidOf('小吴'))
    if (memberships.some(({ role }) => role === 'manager')) return
    const granted = { role: 'manager' as const, platformId: 'p-changsha-county', areaCode: null }
    const now = new Date('2023-01-01T00:00:00Z')
    await transact(database, (trx) =>
      grantMembership(trx, { personId: person.id, ...granted, grantedBy: null, now }),
    )
  }
  const versionOf = (answer: Record<string, unknown>) =>
    typeof answer.version === 'number' ? answer.version : 0
  async function newestOf(platformId: string, kind: FilingKind, period: string): Promise<number> {
    const row = await database
      .selectFrom('filings')
      .select(({ fn }) => fn.max('version').as('version'))
      .where('platform_id', '=', platformId)
      .where('kind', '=', kind)
      .where('period', '=', period)
      .executeTakeFirst()
    return row?.version ?? 0
  }
  const may = async () => ({
    ...monthly,
    figures: [
      { name: 'registrations', value: 30, source },
      { name: 'onlineTransactions', value: 12, source },
    ],
    remark: another('补充'),
    replaces: await newestOf('p-changsha', 'monthly', '2023-05'),
    reason: '更正',
  })
  const summary = async (platformId: string) => ({
    ...{ platformId, year: '2023', title: '年度工作总结', attachments: another('附件') },
    parts: { finance: '营业收入 120 万元。', digital: '', loan: '', services: '', campaigns: '', plan: '' },
    problems: ['人手不足。'],
    replaces: await newestOf(platformId, 'annual-summary', '2023'),
    reason: '',
  })
  return {
    'filings.fileMonthly': {
      make: async () => ({ who: '老周', name: 'filings', action: 'fileMonthly', input: await may() }),
    },
    'filings.fileSelfAssessment': {
      make: async () => {
        const note = another('自评')
        const rows = criteriaOf(rubricById('hunan-2023-city')).map(({ criterion }) => ({
          ...{ criterion: criterion.id, own: criterion.max, note },
        }))
        const replaces = await newestOf('p-changsha', 'self-assessment', '2023')
        const input = { ...own, rows, replaces, reason: '' }
        return { who: '老周', name: 'filings', action: 'fileSelfAssessment', input }
      },
    },
    'filings.fileAnnualSummary': {
      make: async () => {
        const input = await summary('p-changsha')
        return { who: '老周', name: 'filings', action: 'fileAnnualSummary', input }
      },
    },
    'filings.signOff': {
      make: async () => {
        const version = versionOf(await ask('老周', 'filings', 'fileMonthly', await may()))
        const decided = { version, decision: 'refuse', reason: '请补充' }
        const input = { platformId: 'p-changsha', kind: 'monthly', period: '2023-05', ...decided }
        return { who: '小陈', name: 'filings', action: 'signOff', input }
      },
    },
    'filings.forward': {
      make: async () => {
        await countyManager()
        const filed = await summary('p-changsha-county')
        const version = versionOf(await ask('小吴', 'filings', 'fileAnnualSummary', filed))
        const decided = { version, decision: 'approve', reason: '' }
        await ask('小陈', 'filings', 'signOff', { ...ofCounty, ...decided })
        const input = { ...own, kind: 'annual-summary', countyId: 'p-changsha-county', version }
        return { who: '老周', name: 'filings', action: 'forward', input }
      },
    },
    'filings.setCuts': {
      make: async () => {
        const newest = await database
          .selectFrom('grade_cuts')
          .select(({ fn }) => fn.max('version').as('version'))
          .where('tier', '=', 'city')
          .executeTakeFirst()
        const cuts = [
          { grade: '优秀', from: 80 },
          { grade: '合格', from: 0 },
        ]
        const input = {
          year: '2023',
          tier: 'city',
          cuts,
          reason: another('定线'),
          replaces: newest?.version ?? 0,
        }
        return { who: '省平台', name: 'filings', action: 'setCuts', input }
      },
    },
    'filings.setDueDay': {
      make: async () => {
        const newest = await database
          .selectFrom('report_due_days')
          .select(({ fn }) => fn.max('version').as('version'))
          .executeTakeFirst()
        // So far ahead that no other action of these tests falls due by it.
        const set = { from: '2031-01', day: 8, reason: another('改期') }
        const input = { ...set, replaces: newest?.version ?? 0 }
        return { who: '省平台', name: 'filings', action: 'setDueDay', input }
      },
    },
    'filings.timer': {
      // Everybody has been told of everything else by the first call.
      make: async () => {
        await database.deleteFrom('messages_sent').where('subject', 'like', '%/p-zhuzhou/%').execute()
        return { who: null, name: 'filings', action: 'timer', input: null }
      },
      inParts: { mayRepeat: [] },
    },
  } satisfies Record<string, Writing>
}
