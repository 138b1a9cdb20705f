/** Taking back a decision just made, and finding again what one has decided. */
import { createFunction } from '../../cloudfunctions/review/create-function'
import { createFunction as createStanding } from '../../cloudfunctions/standing/create-function'
import type { PushedRecord } from '../../src/shared/records'
import { evaluatedWorld } from './evaluating'
import { activity, host, revised, type Name } from './harness'

const world = evaluatedWorld()
const { everything, database, clock, records, push } = world
const as = host(everything, 'review', createFunction)
const standing = host(everything, 'standing', createStanding)

const approve = (who: Name, { id, revision }: PushedRecord, approvedAttendances: number | null = null) =>
  as(who).call('approve', { id, revision, approvedAttendances })
const giveBack = (who: Name, { id, revision }: PushedRecord) =>
  as(who).call('return', { id, revision, reason: '缺少照片' })
const undo = async (who: Name, ...seen: PushedRecord[]) => {
  const asked = { records: seen.map(({ id, revision }) => ({ id, revision })) }
  return (await as(who).call('undo', asked)).results
}
const rowOf = ({ id }: PushedRecord) =>
  database
    .selectFrom('records')
    .select(['state', 'approved_attendances', 'return_reason', 'decided_by', 'decided_at', 'revision'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const later = (seconds: number) => (clock.now = new Date(clock.now.getTime() + seconds * 1000))

describe('what is not taken back', () => {
  it('is what was decided more than 10 seconds ago', async () => {
    const made = await push(activity())
    await approve('小陈', made)
    later(10.001)
    expect(await undo('小陈', made)).toMatchObject([{ undone: false, code: 'STATE_NOT_POSSIBLE' }])
    expect(await rowOf(made)).toMatchObject({ state: 'approved', approved_attendances: 12 })
  })

  it('is what another person decided, and what nobody decided', async () => {
    const [decided, waiting] = [await push(activity()), await push(activity())]
    await approve('小陈', decided)
    expect(await undo('省平台', decided, waiting)).toMatchObject([
      { undone: false, code: 'STATE_NOT_POSSIBLE' },
      { undone: false, code: 'STATE_NOT_POSSIBLE' },
    ])
    expect(await undo('小邓', decided)).toMatchObject([{ undone: false, code: 'NOT_ALLOWED' }])
    expect(await as('阿丽').refused('undo', { records: [{ id: decided.id, revision: 1 }] })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect(await rowOf(decided)).toMatchObject({ state: 'approved' })
  })

  it('is what the platform has changed since', async () => {
    const made = await push(activity())
    await giveBack('小陈', made)
    await records('阿丽').call('push', { records: [revised(made, activity({ attendances: 20 }))] })
    expect(await undo('小陈', made)).toMatchObject([{ undone: false, code: 'REVISION_CONFLICT' }])
    expect(await rowOf(made)).toMatchObject({ state: 'submitted', revision: 2 })
  })
})

describe('a decision taken back within 10 seconds', () => {
  it('leaves the record, the tallies and what counts as they were', async () => {
    const made = await push(activity())
    const counted = () => standing('阿丽').call('progress', { platformId: 'p-changsha' })
    const [row, progress] = [await rowOf(made), await counted()]
    await approve('小陈', made, 7)
    expect(await counted()).not.toEqual(progress)
    later(9)
    expect(await undo('小陈', made)).toEqual([{ id: made.id, undone: true, code: null, message: null }])
    expect(await rowOf(made)).toEqual(row)
    expect(await counted()).toEqual(progress)
    expect(await as('小陈').call('queue', { ...all, state: 'submitted' })).toMatchObject({
      records: expect.arrayContaining([expect.objectContaining({ id: made.id })]),
    })
  })

  it('leaves the decision that stood before it, with its person, time and 家次', async () => {
    const made = await push(activity())
    await approve('省平台', made, 9)
    const row = await rowOf(made)
    later(3600)
    await giveBack('小陈', made)
    await undo('小陈', made)
    expect(await rowOf(made)).toEqual(row)
  })

  it('is told to phones, and kept in the history for those who ask for it', async () => {
    const made = await push(activity())
    const { cursor } = await records('阿丽').call('pull', { platformId: 'p-changsha', cursor: null })
    await giveBack('小陈', made)
    await undo('小陈', made)
    const told = await records('阿丽').call('pull', { platformId: 'p-changsha', cursor })
    expect(told.records).toMatchObject([{ id: made.id, state: 'submitted', returnReason: null }])
    const steps = async (undone?: boolean) =>
      (await as('阿丽').call('history', { id: made.id, ...(undone && { undone }) })).entries.map(
        ({ action }) => action,
      )
    expect(await steps(true)).toEqual(['submit', 'return', 'undo'])
    expect(await steps()).toEqual(['submit'])
    // A lost answer: the same again changes nothing.
    expect(await undo('小陈', made)).toMatchObject([{ undone: true }])
    expect(await steps(true)).toEqual(['submit', 'return', 'undo'])
  })
})

const all = { platformId: null, kind: null, cursor: null }

describe('what was decided', () => {
  it('stands with the newest decision first, page by page, and is found by its words', async () => {
    const made: PushedRecord[] = []
    for (let number = 0; number < 52; number += 1) {
      made.push(await push(activity({ title: `找得到的第 ${number} 场` })))
    }
    for (const each of [...made].reverse()) {
      later(1)
      await approve('小陈', each)
    }
    const input = { ...all, state: 'approved' as const, search: '找得到的' }
    const first = await as('小陈').call('queue', input)
    const second = await as('小陈').call('queue', { ...input, cursor: first.cursor })
    expect(second.cursor).toBeNull()
    expect([...first.records, ...second.records].map(({ id }) => id)).toEqual(made.map(({ id }) => id))
    expect((await as('小陈').call('queue', { ...input, search: '第 17 场' })).records).toHaveLength(1)
    expect((await as('小陈').call('queue', { ...input, search: '%' })).records).toEqual([])
    expect(await as('小陈').refused('queue', { ...input, search: '字'.repeat(41) })).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('leads back to all that one has decided today, whichever way, and to nothing else', async () => {
    clock.now = new Date('2023-06-21T15:59:00Z')
    const [yesterday, approved, returned, others] = [
      await push(activity()),
      await push(activity()),
      await push(activity()),
      await push(activity()),
    ]
    await approve('小陈', yesterday)
    // Midnight in Shanghai.
    clock.now = new Date('2023-06-21T16:01:00Z')
    await approve('小陈', approved)
    later(1)
    await giveBack('小陈', returned)
    await approve('省平台', others)
    const { records: today } = await as('小陈').call('queue', {
      ...all,
      state: 'submitted',
      decidedToday: true,
    })
    expect(today.map(({ id, state }) => `${id} ${state}`)).toEqual([
      `${returned.id} returned`,
      `${approved.id} approved`,
    ])
  })
})
