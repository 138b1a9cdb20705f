/** What happens seldom on a phone, and would be missed by nobody until it is wrong. */
import { newId } from '../../src/phone/ids'
import { mergeRecords } from '../../src/phone/list'
import { makeQueue, makeTurn, type NewRecord } from '../../src/phone/outbox'
import { makeKeep } from '../../src/phone/storage'
import { activity, fakeStorage, platform, secondPlatform } from './world'

describe('windows that take turns at sending', () => {
  it('leave a turn that was not given back for 30 seconds, and take it then', () => {
    const keep = makeKeep(fakeStorage())
    let time = 1_000_000
    const [one, other] = ['one', 'other'].map((owner) => makeTurn(keep, owner, () => time))
    expect(one?.take()).toBe(true)
    time += 29_999
    expect(other?.take()).toBe(false)
    time += 1
    expect(other?.take()).toBe(true)
    expect(one?.take()).toBe(false)
  })

  it('take a turn that a clock put back makes longer than any', () => {
    const keep = makeKeep(fakeStorage())
    let time = 1_000_000
    const [one, other] = ['one', 'other'].map((owner) => makeTurn(keep, owner, () => time))
    expect(one?.take()).toBe(true)
    time -= 1
    expect(other?.take()).toBe(true)
  })
})

it('lists what is only on this phone, of whichever platform', () => {
  const queue = makeQueue(makeKeep(fakeStorage()), () => 0)
  const record = { payload: activity(), reason: '', serverRevision: 0, returnSeen: true }
  queue.save({ ...record, id: newId(), platformId: secondPlatform.id })
  const listed = mergeRecords(platform.id, [], queue.items.get().values(), [], new Set())
  expect(listed).toMatchObject([{ platformId: secondPlatform.id, state: 'queued', unsent: true }])
})

describe('a conflict', () => {
  const change: NewRecord = {
    ...{ id: newId(), platformId: platform.id, payload: activity(), reason: '补充' },
    ...{ serverRevision: 4, returnSeen: true },
  }
  /** The server's word about a change that was made on its revision 4. */
  function conflict(revision: number) {
    const queue = makeQueue(makeKeep(fakeStorage()), () => 0)
    const sent = queue.save(change)
    queue.markSent([...queue.items.get().values()])
    const server = { revision, hash: 'b'.repeat(64), state: 'submitted' as const }
    const { id, hash } = sent
    const said = { id, revision: sent.revision, hash, outcome: 'refused' as const, message: '在别处改过' }
    queue.settle(sent, { ...said, code: 'REVISION_CONFLICT', server })
    return queue.items.get().get(id)
  }

  it('with a server that is behind what the change was made on is no conflict: it is made on what it has', () => {
    expect(conflict(3)).toMatchObject({ failure: null, serverRevision: 3 })
    expect(conflict(4)).toMatchObject({ failure: null, serverRevision: 4 })
  })

  it('with a newer revision that was not sent from here waits for the person', () => {
    expect(conflict(5)).toMatchObject({ failure: { code: 'REVISION_CONFLICT' }, serverRevision: 4 })
  })
})
