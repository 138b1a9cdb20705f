/** Codes that are worth nothing: each kind is refused with its code, stored, and limited, without filling the table. */
import { refusedText } from '../../src/components/words'
import { confirmWorld, during } from './confirming'
import { activity, record } from './harness'

const { database, as, records, at, pressed, ...confirming } = confirmWorld()
const somebody = async () => (await confirming.somebody()).who

async function held(kind: 'rotating' | 'poster', startsAt = '2023-06-15T01:00:00Z') {
  const endsAt = new Date(Date.parse(startsAt) + 3 * 60 * 60_000).toISOString()
  const pushed = record({ payload: activity({ startsAt, endsAt }) })
  await records('阿丽').call('push', { records: [pushed] })
  const { token } = await as('阿丽').call('issueCode', { activityId: pushed.id, kind })
  return { id: pushed.id, token }
}

const keptOf = (who: { openid: string }) =>
  database
    .selectFrom('refused_attempts')
    .innerJoin('people', 'people.id', 'refused_attempts.person_id')
    .select(['refused_attempts.action', 'refused_attempts.code', 'activity_id'])
    .where('people.openid', '=', who.openid)
    .orderBy('refused_attempts.id')
    .execute()

const kinds = {
  guessed: { code: 'TOKEN_UNKNOWN', make: async () => ({ id: null, token: 'GUESSEDBYSOMEBODYXYZ' }) },
  old: {
    code: 'TOKEN_EXPIRED',
    make: async () => {
      const code = await held('rotating')
      at(30)
      return code
    },
  },
  // No request names an activity: a code stands for its own alone, and is judged by that one's time.
  'of another activity than the one that goes on': {
    code: 'TOKEN_CLOSED',
    make: async () => {
      const morning = await held('poster')
      at(7 * 60)
      await held('poster', '2023-06-15T09:00:00Z')
      return morning
    },
  },
  revoked: {
    code: 'TOKEN_REVOKED',
    make: async () => {
      const code = await held('poster')
      await as('阿丽').call('revokeCodes', { activityId: code.id, token: code.token })
      return code
    },
  },
  'replayed by another user': {
    code: 'TOKEN_REPLAYED',
    make: async () => {
      const code = await held('rotating')
      await as(await somebody()).call('confirm', { token: code.token, pressedAt: pressed() })
      at(15)
      return code
    },
  },
}

describe.each(Object.entries(kinds))('a token that is %s', (_, { code, make }) => {
  it(`is refused with ${code}, stored, and limited, of which a single row tells`, async () => {
    const { id, token } = await make()
    const who = await somebody()
    const codes: string[] = []
    for (let n = 0; n < 16; n += 1) {
      codes.push((await as(who).refused('confirm', { token, pressedAt: pressed() })).code)
    }
    expect(codes).toEqual([...Array<string>(12).fill(code), ...Array<string>(4).fill('RATE_LIMITED')])
    const stored = [...Array<string>(12).fill(code), 'RATE_LIMITED']
    expect(await keptOf(who)).toEqual(
      stored.map((each) => ({ action: 'confirm.confirm', code: each, activity_id: id })),
    )
    if (id === null) return
    const { refused } = await as('阿丽').call('list', { activityId: id })
    expect(refused).toContainEqual({ code: 'RATE_LIMITED', count: 1 })
    expect(refusedText(refused)).toContain('操作太频繁 1 次')
  })
})

describe('too many tries', () => {
  it('are told of once for each window of each person', async () => {
    const { token } = await held('poster')
    const who = await somebody()
    for (const minute of [0, 1]) {
      at(minute)
      for (let n = 0; n < 30; n += 1) await as(who).call('open', { token })
      for (let n = 0; n < 3; n += 1) await as(who).refused('open', { token })
    }
    expect((await keptOf(who)).map(({ action, code }) => `${action} ${code}`)).toEqual(
      Array<string>(2).fill('confirm.open RATE_LIMITED'),
    )
  })

  it('of everybody at one activity are told of once, by who was first over the limit', async () => {
    const { id, token } = await held('poster')
    await database
      .insertInto('rate_limits')
      .values({ key: `confirm.confirm activity ${id}`, starts_at: new Date(during), hits: 1_200 })
      .execute()
    const [first, second] = [await somebody(), await somebody()]
    const press = { token, pressedAt: pressed() }
    expect((await as(first).refused('confirm', press)).code).toBe('RATE_LIMITED')
    expect((await as(second).refused('confirm', press)).code).toBe('RATE_LIMITED')
    const one = { action: 'confirm.confirm', code: 'RATE_LIMITED', activity_id: id }
    expect(await keptOf(first)).toEqual([one])
    expect(await keptOf(second)).toEqual([])
  })
})

it('what does not have the form of a token is stored and limited as well, and none of it is kept', async () => {
  const who = await somebody()
  const codes: string[] = []
  for (let n = 0; n < 33; n += 1) codes.push((await as(who).refused('open', { token: "x' or 1=1" })).code)
  expect(codes).toEqual([
    ...Array<string>(30).fill('INVALID_INPUT'),
    ...Array<string>(3).fill('RATE_LIMITED'),
  ])
  const stored = await keptOf(who)
  expect(stored).toHaveLength(31)
  expect(stored[0]).toEqual({ action: 'confirm.open', code: 'INVALID_INPUT', activity_id: null })
  expect(stored[30]?.code).toBe('RATE_LIMITED')
})
