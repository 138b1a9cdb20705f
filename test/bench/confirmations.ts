// A full hall scans one code: so many enterprises confirm one activity, many at a time.
import { previewPicture } from '../../cloudfunctions/confirm/code-picture'
import { createFunction as createConfirm } from '../../cloudfunctions/confirm/create-function'
import { createFunction as createRecords } from '../../cloudfunctions/records/create-function'
import type { Main } from '../../cloudfunctions/backend'
import { insertTables } from '../../cloudfunctions/local/example/insert'
import { parseAnswer } from '../../src/phone/transport'
import type { ActionName } from '../../src/shared/contract'
import { creditCodeCheckCharacter } from '../../src/shared/records'
import { openidOf, seed } from '../functions/harness/people'
import { record } from '../functions/harness/records'
import { milliseconds, type Bench } from './bench'
import { onBoth, type Open } from './databases'

const ENTERPRISES = 1_000
/** Pressing the button in the same moment. */
const AT_ONCE = 20
/** The limit of an activity lets 1,200 confirm in a minute: the database must not be what holds them up. */
const A_SECOND = 1_200 / 60
const what = (server: string) => `${ENTERPRISES} enterprises confirm one activity, ${server}`

const openidAt = (at: number) => `openid-hall-${at}`

async function fillTheHall({ client }: Open): Promise<void> {
  const people = Array.from({ length: ENTERPRISES }, (_, at) => {
    const first17 = `91430100MA4${String(100_000 + at)}`
    return {
      id: `00000000-0000-7000-8002-${String(at).padStart(12, '0')}`,
      credit_code: first17 + creditCodeCheckCharacter(first17),
      at,
    }
  })
  const created_at = '2023-01-01T00:00:00Z'
  await insertTables(client, [
    {
      table: 'people',
      rows: people.map(({ id, at }) => ({ id, openid: openidAt(at), name: '', created_at })),
    },
    {
      table: 'enterprises',
      rows: people.map(({ credit_code, at }) => ({ credit_code, name: `示例企业 ${at}`, created_at })),
    },
    {
      table: 'person_enterprises',
      rows: people.map(({ id, credit_code }) => ({ person_id: id, credit_code, bound_at: created_at })),
    },
  ])
}

export const bench: Bench = () =>
  onBoth(what, async (open) => {
    const { database, server } = open
    await seed(database, new Date('2023-01-01T00:00:00Z'))
    await fillTheHall(open)
    let caller = openidOf('阿丽')
    const during = new Date('2023-06-15T02:00:00Z')
    const dependencies = {
      database,
      clock: () => during,
      identity: () => ({ openid: caller, byTimer: false }),
      log: () => undefined,
    }
    const confirm = createConfirm(dependencies, previewPicture('http://127.0.0.1/'))
    const call = async (main: Main, action: string, input: unknown) => {
      const answer = await main({ action, input })
      if (!answer.ok) throw new Error(`${action} was refused: ${answer.error.code}`)
      return answer.data
    }
    const answerOf = (action: ActionName<'confirm'>, data: unknown) => {
      const answer = parseAnswer('confirm', action, data)
      if (!answer) throw new Error(`${action} answered something else`)
      return answer
    }
    const activity = record()
    await call(
      createRecords(dependencies, async () => []),
      'push',
      { records: [activity] },
    )
    const code = answerOf(
      'issueCode',
      await call(confirm, 'issueCode', { activityId: activity.id, kind: 'poster' }),
    )
    if (!('token' in code)) throw new Error('no token')

    let next = 0
    const queue = async () => {
      while (next < ENTERPRISES) {
        // The function asks who calls before its first await.
        caller = openidAt(next)
        next += 1
        await call(confirm, 'confirm', { token: code.token, pressedAt: during.toISOString() })
      }
    }
    const took = await milliseconds(() => Promise.all(Array.from({ length: AT_ONCE }, queue)))
    const { confirmed } = await database
      .selectFrom('participations')
      .select((eb) => eb.fn.countAll<number>().as('confirmed'))
      .executeTakeFirstOrThrow()
    if (confirmed !== ENTERPRISES) throw new Error(`${confirmed} participations`)
    const note = `${AT_ONCE} at once`
    const measured = (1_000 * ENTERPRISES) / took
    return [{ what: what(server), budget: A_SECOND, measured, unit: '/s', atLeast: true, note }]
  })
