/** What happens in no ordinary day: wrong clocks, two phones on one record, a record withdrawn meanwhile, odd contents. */
import { newId } from '../../../src/phone/ids'
import { NetworkFailure } from '../../../src/phone/transport'
import { limits, type Photo } from '../../../src/shared/records'
import { draft } from '../../phone/world'
import type { OpenedPhone } from '../../phone/world/machine'
import { createFunction as createReview } from '../../../cloudfunctions/review/create-function'
import { activity, host } from '../harness'
import { phonesWorld } from './world'

const { clock, handset, sendAs, stored, revisions, everything, records } = phonesWorld()
const reviewing = host(everything, 'review', createReview)
const DAY = 24 * 60 * 60_000
const seconds = (count: number) => clock.pass(count * 1_000)

function save(phone: OpenedPhone, id: string, changes: Parameters<typeof activity>[0] = {}): string {
  phone.saveRecord(draft(id, { platformId: 'p-changsha', reason: '修改' }), activity(changes))
  return id
}
const rowOf = async (id: string) => (await stored()).find((row) => row.id === id)
const shown = (phone: OpenedPhone, id: string) => phone.records.get().find((record) => record.id === id)
const offline = async () => {
  throw new NetworkFailure('offline')
}

beforeEach(() => (everything.clock.now = new Date(clock.now())))

it.each([
  ['two days fast', 2, true],
  ['two days slow', -2, true],
  ['right', 0, false],
])(
  'keeps what a phone sends whose clock is %s, and tells the reviewer where it is wrong',
  async (_, days, suspect) => {
    const phone = handset('阿丽', { ahead: days * DAY }).open()
    await seconds(1)
    const id = save(phone, newId(clock.now()), { attendances: 7 })
    await seconds(1)
    expect(await rowOf(id)).toMatchObject({ payload: { attendances: 7 }, clock_suspect: suspect })
    expect(shown(phone, id)).toMatchObject({ state: 'submitted', stored: { clockSuspect: suspect } })
    expect(phone.session.store.get().clockAheadMinutes).toBe(days * 24 * 60)
  },
)

it('does not suspect the clock of a phone that had no network for two days', async () => {
  const own = handset('阿丽')
  const phone = own.open()
  await seconds(1)
  own.send = offline
  const id = save(phone, newId(clock.now()))
  await clock.pass(2 * DAY)
  own.send = sendAs('阿丽')
  phone.outbox.retry()
  await seconds(1)
  expect(await rowOf(id)).toMatchObject({ clock_suspect: false })
})

it('shows the second of two phones that edited one record a conflict, and loses neither version', async () => {
  const [first, second] = [handset('阿丽'), handset('小美')]
  const phone = first.open()
  const other = second.open()
  await seconds(1)
  const id = save(phone, newId(clock.now()), { attendances: 1 })
  await seconds(1)
  await other.refresh()
  second.send = offline
  save(other, id, { attendances: 3 })
  save(phone, id, { attendances: 2 })
  await seconds(1)
  second.send = sendAs('小美')
  other.outbox.retry()
  await seconds(1)
  expect(shown(other, id)).toMatchObject({
    state: 'failed',
    code: 'CONTENT_CONFLICT',
    payload: { attendances: 3 },
  })
  expect(await rowOf(id)).toMatchObject({ revision: 2, payload: { attendances: 2 } })
  // Compared and saved again, hers is the next version.
  save(other, id, { attendances: 3 })
  await seconds(1)
  expect(await rowOf(id)).toMatchObject({ revision: 3, payload: { attendances: 3 } })
  expect((await revisions()).filter(({ record_id }) => record_id === id)).toHaveLength(3)
})

it('keeps the last edit in force when one that was given up on arrives after it', async () => {
  const own = handset('阿丽')
  const phone = own.open()
  await seconds(1)
  const id = save(phone, newId(clock.now()), { attendances: 1 })
  await seconds(1)
  const late: (() => Promise<unknown>)[] = []
  own.send = async (name, request) => {
    if (request.action !== 'push') return sendAs('阿丽')(name, request)
    late.push(() => sendAs('阿丽')(name, request))
    throw new NetworkFailure('timeout')
  }
  for (const attendances of [2, 3, 4]) {
    save(phone, id, { attendances })
    await seconds(30)
  }
  expect(late.length).toBeGreaterThan(2)
  own.send = sendAs('阿丽')
  save(phone, id, { attendances: 5 })
  phone.outbox.retry()
  await seconds(1)
  for (const arrives of late) await arrives()
  expect(await rowOf(id)).toMatchObject({ payload: { attendances: 5 } })
  await phone.refresh()
  expect(shown(phone, id)).toMatchObject({ state: 'submitted', unsent: false, payload: { attendances: 5 } })
})

it('does not overwrite unseen what a colleague changed while an edit was on its way', async () => {
  const own = handset('小美')
  const [phone, other] = [handset('阿丽').open(), own.open()]
  await seconds(1)
  const id = save(phone, newId(clock.now()), { attendances: 1 })
  await seconds(1)
  await other.refresh()
  own.send = async (name, request) => {
    own.send = sendAs('小美')
    save(phone, id, { attendances: 2 })
    await seconds(1)
    save(other, id, { attendances: 4 })
    return own.send(name, request)
  }
  save(other, id, { attendances: 3 })
  await seconds(60)
  expect(await rowOf(id)).toMatchObject({ payload: { attendances: 2 } })
  expect(shown(other, id)).toMatchObject({ state: 'failed', payload: { attendances: 4 } })
})

it('does not overwrite unseen what a colleague changed since the draft was begun, but goes on from an own version', async () => {
  const [phone, other] = [handset('阿丽').open(), handset('小美').open()]
  await seconds(1)
  const id = save(phone, newId(clock.now()), { attendances: 1 })
  await seconds(1)
  await other.refresh()
  const begun = draft(id, {
    platformId: 'p-changsha',
    reason: '修改',
    changes: { revision: 1, returnReason: null, fromServer: true },
  })
  const saveBegun = (attendances: number) => {
    const kept = other.drafts.store.get().get(id) ?? begun
    other.saveRecord(kept, activity({ attendances }))
  }
  saveBegun(2)
  other.drafts.change(begun)
  await seconds(1)
  saveBegun(3)
  await seconds(1)
  expect(await rowOf(id)).toMatchObject({ revision: 3, payload: { attendances: 3 } })

  other.drafts.change({ ...begun, changes: { revision: 3, returnReason: null, fromServer: true } })
  await phone.refresh()
  save(phone, id, { attendances: 9 })
  await seconds(1)
  await other.refresh()
  saveBegun(5)
  await seconds(1)
  expect(await rowOf(id)).toMatchObject({ payload: { attendances: 9 } })
  expect(shown(other, id)).toMatchObject({ state: 'failed', payload: { attendances: 5 } })
})

it('shows an edit that waited while the record was returned the reason first, and takes it once that is known', async () => {
  const own = handset('阿丽')
  const phone = own.open()
  await seconds(1)
  const id = save(phone, newId(clock.now()), { attendances: 1 })
  await seconds(1)
  own.send = offline
  save(phone, id, { attendances: 2 })
  await seconds(1)
  await reviewing('小陈').call('return', { id, revision: 1, reason: '缺少签到表' })
  own.send = sendAs('阿丽')
  phone.outbox.retry()
  await phone.refresh()
  await seconds(1)
  const seen = shown(phone, id)
  expect(seen).toMatchObject({ state: 'failed', code: 'RETURNED_MEANWHILE', payload: { attendances: 2 } })
  expect(seen?.reason).toContain('缺少签到表')
  expect(await rowOf(id)).toMatchObject({ state: 'returned', payload: { attendances: 1 } })
  save(phone, id, { attendances: 2 })
  await seconds(1)
  expect(await rowOf(id)).toMatchObject({ state: 'submitted', payload: { attendances: 2 } })
})

it('keeps an edit on the phone whose record was withdrawn while it waited, and says why', async () => {
  const own = handset('阿丽')
  const phone = own.open()
  await seconds(1)
  const id = save(phone, newId(clock.now()), { attendances: 1 })
  await seconds(1)
  own.send = offline
  save(phone, id, { attendances: 2 })
  await seconds(1)
  await records('老周').call('withdraw', { id, revision: 1, reason: '重复登记' })
  own.send = sendAs('阿丽')
  phone.outbox.retry()
  await seconds(1)
  expect(shown(phone, id)).toMatchObject({
    state: 'failed',
    code: 'STATE_NOT_POSSIBLE',
    payload: { attendances: 2 },
  })
  expect(shown(phone, id)?.reason).toContain('状态')
  expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', revision: 1, payload: { attendances: 1 } })
})

it.each([
  ['ten thousand rare characters', { summary: '𠮷䶮'.repeat(limits.textLength / 2) }],
  ['an emoji of several code points', { title: '👩‍🏫 培训 🇨🇳' }],
  ['a piece of SQL', { title: "'); drop table records; --" }],
  ['a formula', { title: '=HYPERLINK("http://example.com","+1")' }],
])('carries %s to the server and to a colleague’s phone as it was typed', async (_, changes) => {
  const phone = handset('阿丽').open()
  await seconds(1)
  const id = save(phone, newId(clock.now()), changes)
  await seconds(1)
  expect((await rowOf(id))?.payload).toEqual(activity(changes))
  const colleague = handset('小美').open()
  await seconds(1)
  expect(shown(colleague, id)).toMatchObject({ state: 'submitted', payload: changes })
})

it('takes a photo of 20 MB and none above, and a record whose photo is gone says so and is kept', async () => {
  const own = handset('阿丽')
  const phone = own.open()
  await seconds(1)
  const id = newId(clock.now())
  const photos: Photo[] = []
  own.chosen = [new Uint8Array(limits.photoBytes), new Uint8Array(limits.photoBytes + 1)]
  await expect(phone.photos.add(id, 'album', 0, (photo) => photos.push(photo))).rejects.toThrow('20 MB')
  own.chosen = [new Uint8Array([1, 2, 3])]
  await phone.photos.add(id, 'camera', 1, (photo) => photos.push(photo))
  expect(photos).toHaveLength(2)
  own.files.delete(photos[1]?.id ?? '')
  save(phone, id, { photos })
  await seconds(1)
  expect(shown(phone, id)).toMatchObject({ state: 'submitted', stored: { missingPhotos: [photos[1]?.id] } })
  expect(own.uploads).toEqual([photos[0]?.id])
  expect(phone.photos.store.get().failures.get(photos[1]?.id ?? '')).toContain('找不到')
}, 30_000)
