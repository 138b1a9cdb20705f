// The ledger of a city's year: 20,000 rows of participants and 1,000 activities, from the call to the file's bytes.
import { createFunction } from '../../cloudfunctions/reports/create-function'
import { insertTables } from '../../cloudfunctions/local/example/insert'
import { creditCodeCheckCharacter, dateOfAct } from '../../src/shared/records'
import { openidOf, seed } from '../functions/harness/people'
import { activity, record } from '../functions/harness/records'
import { milliseconds, type Bench } from './bench'
import { onBoth, type Open } from './databases'

const ACTIVITIES = 1_000
const AT_EACH = 20
/** Milliseconds; the function may take 60 s, its caller's patience is shorter. */
const BUDGET = 20_000
const platformId = 'p-changsha'
const what = (server: string) => `ledger of ${ACTIVITIES * AT_EACH} rows, ${server}`

async function fillTheYear({ client, database }: Open): Promise<void> {
  const { id: person } = await database.selectFrom('people').select('id').limit(1).executeTakeFirstOrThrow()
  const codes = Array.from({ length: AT_EACH }, (_, at) => {
    const first17 = `91430100MA4${String(100_000 + at)}`
    return first17 + creditCodeCheckCharacter(first17)
  })
  const received_at = '2023-12-20T02:00:00Z'
  const events = Array.from({ length: ACTIVITIES }, (_, at) => {
    const day = `2023-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`
    const payload = activity({
      title: `园区活动 ${at}`,
      startsAt: `${day}T01:00:00Z`,
      endsAt: `${day}T04:00:00Z`,
    })
    return { ...record({ payload }), day: dateOfAct(payload) }
  })
  await insertTables(client, [
    {
      table: 'enterprises',
      rows: codes.map((credit_code, at) => ({
        credit_code,
        name: `示例企业 ${at}`,
        created_at: received_at,
      })),
    },
    {
      table: 'records',
      rows: events.map(({ id, hash, payload, filledAt, day }, at) => ({
        ...{
          platform_id: platformId,
          id,
          kind: payload.kind,
          month: day.slice(0, 7),
          date: day,
          revision: 1,
          hash,
        },
        ...{
          payload,
          state: 'submitted',
          submitted_by: person,
          filled_at: filledAt,
        },
        ...{ received_at, change: at + 1 },
      })),
    },
    {
      table: 'participations',
      rows: events.flatMap(({ id }, event) =>
        codes.map((credit_code, at) => ({
          ...{ platform_id: platformId, activity_id: id, credit_code, source: 'scan', person_id: person },
          id: `00000000-0000-7000-8004-${String(event * AT_EACH + at).padStart(12, '0')}`,
          ...{ confirmed_at: received_at, received_at },
        })),
      ),
    },
  ])
}

export const bench: Bench = () =>
  onBoth(what, async (open) => {
    const { database, server } = open
    await seed(database, new Date('2023-01-01T00:00:00Z'))
    await fillTheYear(open)
    let size = 0
    const main = createFunction(
      {
        database,
        clock: () => new Date('2024-01-20T02:00:00Z'),
        identity: () => ({ openid: openidOf('老周'), byTimer: false }),
        log: () => undefined,
      },
      {
        keep: async ({ content }) => {
          size = content.byteLength
          return { url: '', expiresAt: null }
        },
        read: async () => null,
      },
    )
    const input = { platformId, period: '2023', counties: false }
    const took = await milliseconds(async () => {
      const answer = await main({ action: 'ledger', input })
      if (!answer.ok) throw new Error(`the ledger was refused: ${answer.error.code}`)
    })
    const memory = Math.round(process.memoryUsage().rss / 1024 / 1024)
    const note = `${Math.round(size / 1024)} KB; the process has ${memory} MB`
    return [{ what: what(server), budget: BUDGET, measured: took, unit: 'ms', note }]
  })
