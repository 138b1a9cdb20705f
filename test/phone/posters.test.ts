/** The poster of an activity on the phone: the same code at each visit, with and without network. */
import { makePosters } from '../../src/phone/posters'
import { makeKeep } from '../../src/phone/storage'
import { NetworkFailure, type Call } from '../../src/phone/transport'
import { Refusal } from '../../src/shared/contract'
import { fakeStorage } from './world'

const activityId = '0198f000-0000-7000-8000-000000000001'
const open = Date.parse('2023-06-15T02:00:00Z')
const codeOf = (token: string) => ({
  ...{ token, image: 'data:image/png;base64,AAAA', link: null, confirmed: 0, closesAfter: 2 },
  expiresAt: '2023-06-15T06:00:00.000Z',
  opensAt: '2023-06-15T00:30:00.000Z',
  closesAt: '2023-06-15T06:00:00.000Z',
})

/** A server that makes codes one after another, and gives one again that is asked for by its token. */
function setUp(storage = fakeStorage()) {
  const asked: unknown[] = []
  const server = { made: 0, failure: null as Error | null }
  const call = ((_name: string, _action: string, input: { token: string | null }) => {
    asked.push(input)
    if (server.failure) return Promise.reject(server.failure)
    return Promise.resolve(codeOf(input.token ?? `poster-${++server.made}`))
  }) as Call
  const clock = { now: open }
  return { posters: makePosters(call, makeKeep(storage), () => clock.now), asked, server, clock, storage }
}

test('nothing is kept of a code that the server refused', async () => {
  const { posters, server } = setUp()
  server.failure = new Refusal('TOKEN_CLOSED')
  await expect(posters.issue(activityId, null)).rejects.toMatchObject({ code: 'TOKEN_CLOSED' })
  expect(posters.kept(activityId)).toBeNull()
})

test('is the same at each visit, over the death of the app, and is shown without network', async () => {
  const first = setUp()
  await first.posters.issue(activityId, null)
  const again = setUp(first.storage)
  expect(again.posters.kept(activityId)).toEqual(codeOf('poster-1'))
  expect(await again.posters.issue(activityId, 6)).toEqual(codeOf('poster-1'))
  expect(again.asked).toEqual([{ activityId, kind: 'poster', token: 'poster-1', closesAfter: 6 }])
  again.server.failure = new NetworkFailure('offline')
  await expect(again.posters.issue(activityId, null)).rejects.toBeInstanceOf(NetworkFailure)
  expect(again.posters.kept(activityId)).toEqual(codeOf('poster-1'))
})

test('is a new one after it was ended', async () => {
  const { posters } = setUp()
  await posters.issue(activityId, null)
  posters.forget(activityId)
  expect(posters.kept(activityId)).toBeNull()
  expect((await posters.issue(activityId, null)).token).toBe('poster-2')
})

test('is not shown once its window is over, but can still be given a later end', async () => {
  const { posters, clock, asked } = setUp()
  await posters.issue(activityId, null)
  clock.now = Date.parse('2023-06-15T06:00:01Z')
  expect(posters.kept(activityId)).toBeNull()
  await posters.issue(activityId, 24).catch(() => undefined)
  expect(asked[1]).toMatchObject({ token: 'poster-1', closesAfter: 24 })
})

test('leaves no room taken when it is over', async () => {
  const { posters, clock, storage } = setUp()
  await posters.issue(activityId, null)
  clock.now = Date.parse('2023-06-16T00:00:00Z')
  await posters.issue('0198f000-0000-7000-8000-000000000002', null)
  expect(storage.keys().filter((key) => key.includes(activityId))).toEqual([])
})

test('is shown also on a phone without room', async () => {
  const { posters, storage } = setUp()
  storage.room = 0
  expect((await posters.issue(activityId, null)).token).toBe('poster-1')
  expect(posters.kept(activityId)).toBeNull()
})
