/** A stored row that can no longer be shown: an old one with a time of a million digits, or one that weighs too much. */
import { createFunction as createReview } from '../../cloudfunctions/review/create-function'
import { createFunction as createConfirm } from '../../cloudfunctions/confirm/create-function'
import { previewPicture } from '../../cloudfunctions/confirm/code-picture'
import { creditCodeCheckCharacter, creditCodeFault, type PushedRecord } from '../../src/shared/records'
import { evaluatedWorld } from './evaluating'
import { activity, host } from './harness'

const { everything, database, records, standing, push, approved, evaluate } = evaluatedWorld()
const review = host(everything, 'review', createReview)
const confirm = host(everything, 'confirm', (given) =>
  createConfirm(given, previewPicture('http://127.0.0.1:8787/')),
)

/** As a row of an earlier release may be: stored past every schema of today. */
async function overwrite({ id, payload }: PushedRecord, changes: Record<string, unknown>): Promise<void> {
  await database
    .updateTable('records')
    .set({ payload: JSON.stringify({ ...payload, ...changes }) })
    .where('id', '=', id)
    .execute()
}
const endless = { startsAt: `2023-06-15T01:00:00.${'0'.repeat(100_000)}Z` }
const heavy = { summary: '长'.repeat(1_000_000) }

test('leaves its neighbours in the pull and in the queue, and is counted there', async () => {
  const pushed = [
    await push(activity()),
    await push(activity()),
    await push(activity()),
    await push(activity()),
  ]
  const [first, second, third, fourth] = pushed
  if (!first || !second || !third || !fourth) throw new Error('four were pushed')
  await overwrite(first, endless)
  await overwrite(third, heavy)
  const left = [second.id, fourth.id]
  const pulled = await records('阿丽').call('pull', { platformId: 'p-changsha', cursor: null })
  expect(pulled.records.map(({ id }) => id)).toEqual(left)
  expect(pulled).toMatchObject({ unreadable: 2, more: false })
  const { change } = await database
    .selectFrom('records')
    .select('change')
    .where('id', '=', fourth.id)
    .executeTakeFirstOrThrow()
  expect(pulled.cursor).toBe(String(change))
  const filter = { state: 'submitted', platformId: null, kind: null, cursor: null } as const
  const queue = await review('小陈').call('queue', filter)
  expect(queue.records.map(({ id }) => id).sort()).toEqual([...left].sort())
  expect(queue).toMatchObject({ unreadable: 2, waiting: 4 })
  expect(everything.log.filter(({ error }) => error?.name === 'UnreadableRecords')).toHaveLength(2)
  expect((await records('阿丽').refused('get', { id: first.id })).code).toBe('NOT_FOUND')
  expect((await confirm('阿丽').refused('issueCode', { activityId: first.id, kind: 'poster' })).code).toBe(
    'NOT_FOUND',
  )
})

test('takes nothing away from what others wait for; once approved, no total is made without it', async () => {
  const sound = await approved(activity())
  const broken = await push(activity())
  await overwrite(broken, endless)
  const { pendingRecords, approved: counted } = await standing('阿丽').call('progress', {
    platformId: 'p-changsha',
  })
  expect(pendingRecords).toBeGreaterThan(0)
  expect(counted).not.toEqual({ facts: {} })
  const { rows: behind } = await standing('阿丽').call('behind', {
    ...{ platformId: 'p-changsha', period: '2023-06', node: 'loan/events' },
  })
  const ids = behind.map(({ recordId }) => recordId)
  expect(ids).toContain(sound.id)
  expect(ids).not.toContain(broken.id)
  await database.updateTable('records').set({ state: 'approved' }).where('id', '=', broken.id).execute()
  const run = await evaluate('省平台').call('run', { period: '2023-06' })
  expect(run).toMatchObject({ finished: true, failed: ['p-changsha'] })
})

test('a code of no known area, of before such were refused, is read, listed, and its platform evaluated', async () => {
  const first17 = '91010100M000100Y4'
  const enterprise = { name: '某示例有限公司', creditCode: first17 + creditCodeCheckCharacter(first17) }
  expect(creditCodeFault(enterprise.creditCode)).not.toBeNull()
  const old = await approved(
    {
      ...{ kind: 'transaction', enterprise, service: '示例服务', order: 'SL-1' },
      ...{ completedAt: '2023-06-15T01:00:00.000Z', confirmedByBoth: true },
    },
    'p-changsha-county',
  )
  const platformId = 'p-changsha-county'
  const pulled = await records('小吴').call('pull', { platformId, cursor: null })
  expect(pulled).toMatchObject({ unreadable: 0, records: [{ id: old.id, payload: { enterprise } }] })
  const filter = { state: 'approved', platformId, kind: null, cursor: null } as const
  const listed = await review('小陈').call('queue', filter)
  expect(listed).toMatchObject({ unreadable: 0, records: [{ id: old.id, payload: { enterprise } }] })
  const run = await evaluate('省平台').call('run', { period: '2023-06' })
  expect(run.finished).toBe(true)
  expect(run.failed).not.toContain(platformId)
})

test.each([
  ['36 dashes', `2023-06-15T01:00:00.000Z/${'-'.repeat(36)}`],
  ['no day of the calendar', `2023-13-41T01:00:00.000Z/${'a'.repeat(36)}`],
  ['an id without dashes', `2023-06-15T01:00:00.000Z/${'0'.repeat(36)}`],
])('a cursor of the queue with %s is invalid input', async (_, cursor) => {
  const filter = { state: 'submitted', platformId: null, kind: null, cursor }
  expect(await review('小陈').refused('queue', filter)).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { cursor: expect.any(String) },
  })
})

test('days that only some calendars have stop no list', async () => {
  for (const day of ['2023-02-30', '0000-01-01'])
    expect(
      await review('小陈').call('queue', {
        ...{ state: 'submitted', platformId: null, kind: null },
        cursor: `${day}T01:00:00.000Z/018f2f6e-7b1a-4c3d-9e4f-0123456789ab`,
      }),
    ).toMatchObject({ records: expect.any(Array) })
})
