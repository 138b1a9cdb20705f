/** What the tests of confirmation add to the harness: the functions of the way, a clock within an activity, and enterprises. */
import { previewPicture } from '../../cloudfunctions/confirm/code-picture'
import { createFunction } from '../../cloudfunctions/confirm/create-function'
import { createFunction as createSession } from '../../cloudfunctions/session/create-function'
import { creditCodeCheckCharacter, type ActivityPayload } from '../../src/shared/records'
import { activity, createRecords, host, record, world } from './harness'

/** During the activity of the harness, which runs from 01:00 to 04:00 UTC. */
export const during = Date.parse('2023-06-15T02:00:00Z')

/** An invented enterprise with a valid code, another for each number. */
export function enterpriseNumber(number: number) {
  const first17 = `91430100MA4${String(100_000 + number)}`
  return { name: `示例企业 ${number}`, creditCode: first17 + creditCodeCheckCharacter(first17) }
}

export function confirmWorld() {
  const everything = world()
  const { clock } = everything
  const session = host(everything, 'session', createSession)
  const at = (minutes: number) => (clock.now = new Date(during + minutes * 60_000))
  beforeEach(() => at(0))

  let made = 0
  // Far from those that tests number themselves.
  const enterprise = () => enterpriseNumber(10_000 + (made += 1))
  const records = host(everything, 'records', createRecords)
  /** Somebody who stands for an enterprise, of their own unless it is given. */
  async function somebody(own = enterprise()) {
    made += 1
    const who = { openid: `openid-somebody-${made}` }
    await session(who).call('bindEnterprise', own)
    return { who, own }
  }

  return {
    ...everything,
    as: host(everything, 'confirm', (dependencies) =>
      createFunction(dependencies, previewPicture('http://127.0.0.1:8787/')),
    ),
    records,
    session,
    /** The code that somebody of an enterprise shows to staff on the spot. */
    personCode: async (who: { openid: string }) => (await session(who).call('enterpriseCode', {})).code,
    /** Sets the clock, in minutes from `during`. */
    at,
    pressed: () => clock.now.toISOString(),
    enterprise,
    somebody,
    /** Somebody who stands for an enterprise; of this code, if it is given. */
    async someone(creditCode?: string) {
      const own = enterprise()
      const { who, own: bound } = await somebody(creditCode ? { ...own, creditCode } : own)
      return { who, enterprise: bound }
    },
    /** An activity that the server has, not yet decided on. */
    async heldActivity(changes: Partial<ActivityPayload> = {}) {
      const pushed = record({ payload: activity(changes) })
      const { results } = await records('阿丽').call('push', { records: [pushed] })
      if (results[0]?.outcome !== 'stored') throw new Error(JSON.stringify(results))
      return pushed
    },
    rowsOf: (activityId: string) =>
      everything.database
        .selectFrom('participations')
        .selectAll()
        .where('activity_id', '=', activityId)
        .execute(),
  }
}
