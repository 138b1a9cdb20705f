/** What counts as evidence: photos that have arrived, who is known, and what an approval makes of them. */
import { createHash, randomUUID } from 'node:crypto'
import { previewLinks } from '../../cloudfunctions/records/link-photos'
import { createFunction } from '../../cloudfunctions/records/create-function'
import { createFunction as createConfirm } from '../../cloudfunctions/confirm/create-function'
import { previewPicture } from '../../cloudfunctions/confirm/code-picture'
import { createFunction as createReview } from '../../cloudfunctions/review/create-function'
import { pictureFault, storeUnavailable } from '../../cloudfunctions/backend/photo-evidence'
import { activity, host, record, world } from './harness'

const files = new Map<string, Buffer>()
let isDown = false
const store = {
  read: ({ photoId }: { photoId: string }) =>
    isDown ? Promise.reject(storeUnavailable()) : Promise.resolve(files.get(photoId) ?? null),
}
const everything = world()
const { clock, database } = everything
const records = host(everything, 'records', (parts) => createFunction(parts, previewLinks, store))
const review = host(everything, 'review', (parts) => createReview(parts, store))
const confirm = host(everything, 'confirm', (parts) =>
  createConfirm(parts, previewPicture('http://127.0.0.1:8787/')),
)

/** The header of a PNG of so many pixels. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64)
  bytes.write('\u0089PNG\r\n\u001a\n', 'latin1')
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
const picture = png(1200, 900)
const photoOf = (content: Buffer, role?: 'sign-in-sheet') => ({
  ...{ id: randomUUID(), sha256: createHash('sha256').update(content).digest('hex'), size: content.length },
  ...(role && { role }),
})

async function pushed(changes: Parameters<typeof activity>[0] = {}) {
  const made = record({ payload: activity(changes) })
  const { results } = await records('阿丽').call('push', { records: [JSON.parse(JSON.stringify(made))] })
  expect(results).toMatchObject([{ outcome: 'stored' }])
  return made
}
async function attached(content: Buffer | null, role?: 'sign-in-sheet') {
  const named = photoOf(picture, role)
  const made = await pushed({ photos: [named] })
  if (content) files.set(named.id, content)
  const { role: _, ...photo } = named
  await records('阿丽').call('attachPhoto', { recordId: made.id, photo, fileId: `local:${named.id}` })
  return made
}
const photosOf = async (id: string) => (await records('阿丽').call('get', { id })).photos
beforeEach(() => {
  isDown = false
  clock.now = new Date('2023-06-20T02:00:00Z')
})

describe('a photo', () => {
  it.each([
    ['that the store does not have', null, '存储中没有找到'],
    ['of another content', png(900, 900), '与记录所载内容不一致'],
  ])('%s is rejected with the reason', async (_, content, reason) => {
    const { id } = await attached(content)
    expect(await photosOf(id)).toMatchObject([{ state: 'rejected', reason }])
  })

  it('is not checked yet where the store cannot be read, and is looked at when the record is opened', async () => {
    isDown = true
    const { id } = await attached(picture)
    expect(await photosOf(id)).toMatchObject([{ state: 'unchecked', reason: '' }])
    isDown = false
    expect(await photosOf(id)).toMatchObject([{ state: 'arrived', reason: '' }])
  })

  it('begins as a picture of sensible size, or is none', () => {
    expect(pictureFault(Buffer.from('<html>'))).not.toBeNull()
    expect(pictureFault(png(1, 1))).not.toBeNull()
    expect(pictureFault(png(90_000, 900))).not.toBeNull()
    const jpeg = Buffer.from('ffd8ffe000100000000000000000000000000000ffc0001108038404b003012200', 'hex')
    expect(pictureFault(jpeg)).toBeNull()
    expect(pictureFault(jpeg.subarray(0, 12))).not.toBeNull()
    expect(pictureFault(picture)).toBeNull()
  })

  it('keeps its mark of a sign-in sheet beside the payload, which earlier phones read as before', async () => {
    const { id } = await attached(picture, 'sign-in-sheet')
    const stored = await records('阿丽').call('get', { id })
    expect(stored.signInSheets).toEqual(stored.photos.map((photo) => photo.id))
    expect(JSON.stringify(stored.payload)).not.toContain('sign-in-sheet')
    expect((await review('小陈').call('get', { id })).presetAttendances).toBe(12)
  })
})

describe('an approval', () => {
  const entry = (at: string) => ({
    ...{ id: randomUUID(), source: 'staff-entry' as const, at },
    enterprise: { creditCode: '91430100MA4L16JQ9D', name: '长沙示例制造有限公司' },
  })
  const enter = (activityId: string, at: string) =>
    confirm('阿丽').call('enter', { activityId, sentAt: clock.now.toISOString(), entries: [entry(at)] })
  const stateOf = async (id: string) => (await review('小陈').call('get', { id })).state

  it('of many never approves 0', async () => {
    const { id } = await pushed()
    const { results } = await review('小陈').call('approveMany', { records: [{ id, revision: 1 }] })
    expect(results).toMatchObject([{ approved: false }])
    expect(await stateOf(id)).toBe('submitted')
  })

  it('above the declared number needs a reason', async () => {
    const { id } = await pushed()
    const more = { id, revision: 1, approvedAttendances: 13 }
    expect(await review('小陈').refused('approve', more)).toMatchObject({ code: 'REASON_REQUIRED' })
    expect(await review('小陈').call('approve', { ...more, reason: '签到表上有 13 家' })).toMatchObject({
      state: 'approved',
      approvedAttendances: 13,
    })
  })

  it('is not possible before the activity begins; until then it waits in no queue', async () => {
    const { id } = await pushed({ startsAt: '2023-06-21T01:00:00Z', endsAt: '2023-06-21T04:00:00Z' })
    const ask = { id, revision: 1, approvedAttendances: 12 }
    expect(await review('小陈').refused('approve', ask)).toMatchObject({ code: 'STATE_NOT_POSSIBLE' })
    const filter = { state: 'submitted' as const, platformId: null, kind: null, cursor: null }
    const ids = async () => (await review('小陈').call('queue', filter)).records.map((each) => each.id)
    expect(await ids()).not.toContain(id)
    clock.now = new Date('2023-06-21T01:00:00Z')
    expect(await ids()).toContain(id)
    expect(await review('小陈').call('approve', ask)).toMatchObject({ state: 'approved' })
  })

  it('stays where staff enter somebody afterwards, and ends where an entry of before comes in', async () => {
    const { id } = await pushed()
    await review('小陈').call('approve', { id, revision: 1, approvedAttendances: 12 })
    clock.now = new Date('2023-06-20T03:00:00Z')
    await enter(id, '2023-06-20T02:30:00Z')
    expect(await stateOf(id)).toBe('approved')
    const other = await pushed()
    await review('小陈').call('approve', { id: other.id, revision: 1, approvedAttendances: 12 })
    clock.now = new Date('2023-06-20T04:00:00Z')
    await enter(other.id, '2023-06-20T02:30:00Z')
    expect(await review('小陈').call('get', { id: other.id })).toMatchObject({
      state: 'submitted',
      newEntries: ['长沙示例制造有限公司'],
      presetAttendances: 1,
    })
    const { entries } = await review('小陈').call('history', { id: other.id })
    expect(entries.at(-1)).toMatchObject({
      action: 'revise',
      fromState: 'approved',
      toState: 'submitted',
      changes: [],
    })
    expect(
      await database.selectFrom('audit_log').select('id').where('action', '=', 'reopen').execute(),
    ).toHaveLength(1)
  })
})
