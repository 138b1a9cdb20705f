/** A rotating code that is used after its time: by somebody whom it was passed on to, or by people who were there. */
import { refusedText } from '../../src/components/words'
import { confirmWorld, during } from './confirming'
import { record } from './harness'

const { clock, database, as, records, at, pressed, ...confirming } = confirmWorld()
const somebody = async () => (await confirming.somebody()).who

async function shown(kind: 'rotating' | 'poster' = 'rotating', closesAfter: 2 | 24 = 2) {
  const pushed = record()
  await records('阿丽').call('push', { records: [pushed] })
  const { token } = await as('阿丽').call('issueCode', { activityId: pushed.id, kind, closesAfter })
  return { id: pushed.id, token }
}
type Who = Awaited<ReturnType<typeof somebody>>
const openedBy = async (who: Who, token: string) => (await as(who).refused('open', { token })).code
const confirmedBy = async (who: Who, token: string, pressedAt = pressed()) =>
  (await as(who).refused('confirm', { token, pressedAt })).code

describe('a rotating code that is used after its time', () => {
  it('is a replay by whom it never served, when it served somebody else in time', async () => {
    const { id, token } = await shown()
    const [there, elsewhere] = [await somebody(), await somebody()]
    await as(there).call('open', { token })
    at(13)
    expect(await openedBy(elsewhere, token)).toBe('TOKEN_REPLAYED')
    expect(await confirmedBy(elsewhere, token)).toBe('TOKEN_REPLAYED')
    const { refused } = await as('阿丽').call('list', { activityId: id })
    expect(refused).toEqual([{ code: 'TOKEN_REPLAYED', count: 2 }])
    expect(refusedText(refused)).toBe('转用他人扫过的码 2 次')
  })

  it('is a replay as well when it only served a confirmation that arrived without being opened', async () => {
    const { token } = await shown()
    const [there, elsewhere] = [await somebody(), await somebody()]
    at(30)
    const pressedAt = new Date(during + 60_000).toISOString()
    await as(there).call('confirm', { token, pressedAt })
    expect(await openedBy(elsewhere, token)).toBe('TOKEN_REPLAYED')
  })

  it('is merely old when it served nobody', async () => {
    const { token } = await shown()
    at(30)
    expect(await openedBy(await somebody(), token)).toBe('TOKEN_EXPIRED')
    // Being refused is no use of it: the next one replays nothing either.
    expect(await confirmedBy(await somebody(), token)).toBe('TOKEN_EXPIRED')
  })

  it('is merely old for whom it served in time, whoever else it served', async () => {
    const { token } = await shown()
    const [first, second] = [await somebody(), await somebody()]
    for (const who of [first, second]) await as(who).call('open', { token })
    at(30)
    for (const who of [first, second]) {
      expect(await openedBy(who, token)).toBe('TOKEN_EXPIRED')
      expect(await confirmedBy(who, token)).toBe('TOKEN_EXPIRED')
    }
  })

  it('is merely old for who scans a little late, while others may still be confirming', async () => {
    const { token } = await shown()
    await as(await somebody()).call('open', { token })
    at(12)
    expect(await openedBy(await somebody(), token)).toBe('TOKEN_EXPIRED')
  })

  it('is merely old for who pressed in time without network for more than a day', async () => {
    const { token } = await shown('rotating', 24)
    const pressedAt = pressed()
    await as(await somebody()).call('confirm', { token, pressedAt })
    at(25 * 60)
    expect(await confirmedBy(await somebody(), token, pressedAt)).toBe('TOKEN_EXPIRED')
    expect(await confirmedBy(await somebody(), token)).toBe('TOKEN_REPLAYED')
  })
})

it('many enterprises confirm with the same rotating code in its time, and each use of it is kept once', async () => {
  const { id, token } = await shown()
  const hall = await Promise.all(Array.from({ length: 5 }, somebody))
  for (const who of hall) {
    await as(who).call('open', { token })
    await as(who).call('open', { token })
    await as(who).call('confirm', { token, pressedAt: pressed() })
  }
  const { participations, refused } = await as('阿丽').call('list', { activityId: id })
  expect(participations).toHaveLength(5)
  expect(refused).toEqual([])
  const uses = await database
    .selectFrom('token_uses')
    .innerJoin('activity_tokens', 'activity_tokens.token_hash', 'token_uses.token_hash')
    .select('person_id')
    .where('activity_id', '=', id)
    .execute()
  expect(new Set(uses.map((use) => use.person_id)).size).toBe(5)
  expect(uses).toHaveLength(5)
})

it('a poster is meant to be passed on: nobody replays it', async () => {
  const { token } = await shown('poster')
  await as(await somebody()).call('confirm', { token, pressedAt: pressed() })
  at(60)
  const late = await somebody()
  await as(late).call('open', { token })
  expect((await as(late).call('confirm', { token, pressedAt: pressed() })).already).toBe(false)
  at(5 * 60)
  expect(await openedBy(await somebody(), token)).toBe('TOKEN_CLOSED')
})
