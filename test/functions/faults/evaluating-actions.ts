/** The writing actions of the province, and of managers against them. */
import { sql } from 'kysely'
import { activity } from '../harness'
import type { Asking, Writing } from './writing'

const stated = { platformId: 'p-changsha', year: '2023' }
/** What says that there was a run, and nothing of its outcome. */
const runs = { mayRepeat: ['runs', 'run_platforms', 'audit_log'] }
/** Published once; what is objected to and corrected is of this one. */
const published = '2023-03'
/** Frozen and published again and again. */
const closing = '2023-02'

export function evaluatingActions({ world, ask, another }: Asking) {
  const { database, approved, inForce } = world
  const province = (action: string, input: unknown) => ask('省平台', 'evaluate', action, input)

  /** Takes back what the database itself forbids to take back. */
  async function reopen(): Promise<void> {
    await database.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx)
      await trx.deleteFrom('publications').where('period', '=', closing).execute()
      await trx
        .updateTable('results')
        .set({ state: 'provisional', frozen_at: null })
        .where('period', '=', closing)
        .execute()
    })
    await province('run', { period: closing })
  }
  async function publishedResult(): Promise<string> {
    const found = async () => (await inForce(published)).find((row) => row.platform_id === 'p-changsha')
    if ((await found())?.state !== 'published') {
      await province('run', { period: published })
      await province('freeze', { period: published })
      await province('publish', { period: published })
    }
    const result = await found()
    if (!result) throw new Error('nothing was published')
    return result.id
  }
  const dismissal = { upheld: false, text: '维持', correctedResultId: null }
  async function answerAll(): Promise<void> {
    const open = await database
      .selectFrom('objections')
      .select('id')
      .where('id', 'not in', database.selectFrom('objection_answers').select('objection_id'))
      .execute()
    for (const { id } of open) await province('answerObjection', { objectionId: id, ...dismissal })
  }
  async function objectable() {
    await answerAll()
    return { resultId: await publishedResult(), text: another('漏计一场活动') }
  }
  const by = '省平台' as const
  const name = 'evaluate' as const
  return {
    'evaluate.state': {
      make: async () => {
        const input = { ...stated, name: 'registrationTarget', value: 100, source: '文件' }
        return { who: by, name, action: 'state', input }
      },
      twice: true,
    },
    'evaluate.mark': {
      make: async () => {
        const input = { ...stated, criterion: 'daily/coordination', points: 5, reason: another('好') }
        return { who: by, name, action: 'mark', input }
      },
    },
    'evaluate.decide': {
      make: async () => {
        const of = { ...stated, criterion: 'loan/target/completion', outcome: 20, document: '' }
        return { who: by, name, action: 'decide', input: { ...of, reason: another('没有任务') } }
      },
    },
    'evaluate.takeBackMark': {
      make: async () => {
        const of = { ...stated, criterion: 'daily/coordination' }
        const { id } = await province('mark', { ...of, points: 4, reason: another('好') })
        return { who: by, name, action: 'takeBackMark', input: { ...of, id, reason: '评错了' } }
      },
    },
    'evaluate.exclude': {
      make: async () => {
        const newest = await database
          .selectFrom('exclusions')
          .select(['version', 'ground'])
          .orderBy('version', 'desc')
          .executeTakeFirst()
        const decided = { ground: newest?.ground ? null : 'withdrew', reason: '年中' }
        const input = { ...stated, ...decided, replaces: newest?.version ?? 0 }
        return { who: by, name, action: 'exclude', input }
      },
    },
    'evaluate.run': {
      make: async () => {
        await approved(activity())
        return { who: by, name, action: 'run', input: { period: '2023-06' } }
      },
      inParts: runs,
    },
    'evaluate.timer': {
      make: async () => {
        await approved(activity({ startsAt: '2023-05-15T01:00:00Z', endsAt: '2023-05-15T04:00:00Z' }))
        return { who: null, name, action: 'timer', input: null }
      },
      inParts: runs,
    },
    'evaluate.freeze': {
      make: async () => {
        await reopen()
        return { who: by, name, action: 'freeze', input: { period: closing } }
      },
    },
    'evaluate.publish': {
      make: async () => {
        await reopen()
        await province('freeze', { period: closing })
        return { who: by, name, action: 'publish', input: { period: closing } }
      },
    },
    'evaluate.correct': {
      make: async () => {
        const input = { resultId: await publishedResult(), reason: '更正' }
        return { who: by, name, action: 'correct', input }
      },
    },
    'evaluate.regrade': {
      make: async () => {
        await province('run', { period: '2023' })
        await database
          .updateTable('results')
          .set({ state: 'frozen', frozen_at: new Date() })
          .where('period', '=', '2023')
          .where('state', '=', 'provisional')
          .execute()
        const newest = await database
          .selectFrom('grade_cuts')
          .select('version')
          .where('year', '=', '2023')
          .where('tier', '=', 'city')
          .orderBy('version', 'desc')
          .executeTakeFirst()
        const replaces = newest?.version ?? 0
        const cuts = [
          { grade: '合格', from: 40 + (replaces % 50) },
          { grade: '不合格', from: 0 },
        ]
        const about = { tier: 'city', reason: another('分数线调整') }
        await ask('省平台', 'filings', 'setCuts', { ...about, year: '2023', cuts, replaces })
        return { who: by, name, action: 'regrade', input: { ...about, period: '2023' } }
      },
    },
    'evaluate.object': {
      make: async () => ({ who: '老周', name, action: 'object', input: await objectable() }),
    },
    'evaluate.answerObjection': {
      make: async () => {
        const { id } = await ask('老周', 'evaluate', 'object', await objectable())
        return { who: by, name, action: 'answerObjection', input: { objectionId: id, ...dismissal } }
      },
    },
  } satisfies Record<string, Writing>
}
