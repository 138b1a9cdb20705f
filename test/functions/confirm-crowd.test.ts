/** A full hall scans one code within a minute; and codes that are passed on to other people, times and activities. */
import { hashToken } from '../../cloudfunctions/confirm/token'
import { insertTables } from '../../cloudfunctions/local/example/insert'
import { Client } from 'pg'
import { confirmWorld, during, enterpriseNumber } from './confirming'
import { activity, record } from './harness'

/** PGlite has one connection, so fewer there. */
const ENTERPRISES = process.env.TEST_SERVER === 'postgresql' ? 1_000 : 150
/** Pressing the button in the same moment. */
const AT_ONCE = 20

const { database, clock, as, records } = confirmWorld()

const visitor = (at: number) => ({ openid: `openid-hall-${at}` })
const codeOf = (at: number) => enterpriseNumber(at).creditCode

/** Every enterprise of the hall has sent one person, every tenth of them two. */
const crowd = Array.from({ length: ENTERPRISES }, (_, at) => at).flatMap((at) =>
  at % 10 === 0 ? [at, at + ENTERPRISES] : [at],
)

beforeAll(async () => {
  const client = new Client()
  await client.connect()
  const since = '2023-01-01T00:00:00Z'
  const idOf = (at: number) => `00000000-0000-7000-8002-${String(at).padStart(12, '0')}`
  await insertTables(client, [
    {
      table: 'people',
      rows: crowd.map((at) => ({ id: idOf(at), openid: visitor(at).openid, name: '', created_at: since })),
    },
    {
      table: 'enterprises',
      rows: crowd
        .filter((at) => at < ENTERPRISES)
        .map((at) => ({ credit_code: codeOf(at), name: `示例企业 ${at}`, created_at: since })),
    },
    {
      table: 'person_enterprises',
      rows: crowd.map((at) => ({
        ...{ person_id: idOf(at), credit_code: codeOf(at % ENTERPRISES), bound_at: since },
      })),
    },
  ])
  await client.end()
}, 60_000)

async function held(startsAt = '2023-06-15T01:00:00Z', endsAt = '2023-06-15T04:00:00Z') {
  const pushed = record({ payload: activity({ startsAt, endsAt }) })
  await records('阿丽').call('push', { records: [pushed] })
  const { token } = await as('阿丽').call('issueCode', { activityId: pushed.id, kind: 'poster' })
  return { id: pushed.id, token }
}
const attempts = (token: string) =>
  database
    .selectFrom('refused_attempts')
    .innerJoin('people', 'people.id', 'refused_attempts.person_id')
    .select(['people.openid', 'refused_attempts.code', 'activity_id'])
    .where('token_hash', '=', hashToken(token))
    .orderBy('refused_attempts.id')
    .execute()

it(`counts each of ${ENTERPRISES} enterprises that confirm within a minute once`, async () => {
  const { id, token } = await held()
  let next = 0
  let first = 0
  const queue = async () => {
    for (let at = crowd[next++]; at !== undefined; at = crowd[next++]) {
      clock.now = new Date(during + Math.floor((next / crowd.length) * 59_000))
      const { participation, already } = await as(visitor(at)).call('confirm', {
        token,
        pressedAt: clock.now.toISOString(),
      })
      expect(participation.enterprise.creditCode).toBe(codeOf(at % ENTERPRISES))
      if (!already) first += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, queue))
  expect(first).toBe(ENTERPRISES)
  const { participations } = await as('阿丽').call('list', { activityId: id })
  expect(new Set(participations.map(({ enterprise }) => enterprise.creditCode)).size).toBe(ENTERPRISES)
  expect(participations).toHaveLength(ENTERPRISES)
  expect((await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })).confirmed).toBe(ENTERPRISES)
  const { participants } = await records('阿丽').call('get', { id })
  expect(participants).toEqual({ scan: ENTERPRISES, staffScan: 0, staffEntry: 0 })
  expect(await attempts(token)).toEqual([])
}, 120_000)

it('refuses everybody at one activity for a while after 1,200 tries in a minute, and nobody elsewhere', async () => {
  const [full, other] = [await held(), await held()]
  await database
    .insertInto('rate_limits')
    .values({ key: `confirm.confirm activity ${full.id}`, starts_at: new Date(during), hits: 1_199 })
    .execute()
  const press = { pressedAt: clock.now.toISOString() }
  await as(visitor(1)).call('confirm', { token: full.token, ...press })
  expect((await as(visitor(2)).refused('confirm', { token: full.token, ...press })).code).toBe('RATE_LIMITED')
  await as(visitor(2)).call('confirm', { token: other.token, ...press })
  clock.now = new Date(during + 60_000)
  expect((await as(visitor(2)).call('confirm', { token: full.token, ...press })).already).toBe(false)
})

it('lets a code count for its own activity alone', async () => {
  const morning = await held()
  const afternoon = await held('2023-06-15T08:00:00Z', '2023-06-15T09:00:00Z')
  await as(visitor(3)).call('confirm', { token: morning.token, pressedAt: clock.now.toISOString() })
  expect((await as('阿丽').call('list', { activityId: afternoon.id })).participations).toEqual([])
  clock.now = new Date('2023-06-15T08:30:00Z')
  const pressed = { token: morning.token, pressedAt: clock.now.toISOString() }
  expect((await as(visitor(4)).refused('confirm', pressed)).code).toBe('TOKEN_CLOSED')
  expect(await attempts(morning.token)).toEqual([
    { openid: visitor(4).openid, code: 'TOKEN_CLOSED', activity_id: morning.id },
  ])
})

it('refuses a photographed code that another person sends on later, and notes who it was', async () => {
  const { id } = await held()
  const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'rotating' })
  const pressedAt = clock.now.toISOString()
  await as(visitor(5)).call('confirm', { token, pressedAt })
  clock.now = new Date(during + 30 * 60_000)
  const now = clock.now.toISOString()
  expect((await as(visitor(6)).refused('open', { token })).code).toBe('TOKEN_REPLAYED')
  expect((await as(visitor(6)).refused('confirm', { token, pressedAt: now })).code).toBe('TOKEN_REPLAYED')
  // Who was there in time is told so again.
  expect((await as(visitor(5)).call('confirm', { token, pressedAt })).already).toBe(true)
  expect(await attempts(token)).toEqual(
    Array(2).fill({ openid: visitor(6).openid, code: 'TOKEN_REPLAYED', activity_id: id }),
  )
  expect((await as('阿丽').call('list', { activityId: id })).participations).toHaveLength(1)
})
