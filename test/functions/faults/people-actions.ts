/** The writing actions by which people come to stand for an enterprise, and cease to. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { activity } from '../harness'
import type { Asking, Writing } from './writing'

const enterprise = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }
const times = { startsAt: '2023-06-20T01:00:00Z', endsAt: '2023-06-20T04:00:00Z' }

export function peopleActions({ world, ask }: Asking) {
  const { push, clock } = world
  /** Bound anew, and so unconfirmed. */
  const bind = async (who: '王总' | '路人') => {
    await ask(who, 'session', 'unbindEnterprise', {})
    return ask(who, 'session', 'bindEnterprise', enterprise)
  }
  return {
    'session.unbindEnterprise': {
      make: async () => {
        await bind('路人')
        return { who: '路人', name: 'session', action: 'unbindEnterprise', input: {} }
      },
    },
    'session.enterpriseCode': {
      make: async () => {
        await bind('王总')
        return { who: '王总', name: 'session', action: 'enterpriseCode', input: {} }
      },
      twice: true,
    },
    'session.approvePerson': {
      make: async () => {
        await bind('王总')
        const { code: personCode } = await ask('王总', 'session', 'enterpriseCode', {})
        const at = clock.now.toISOString()
        const entry = { id: randomUUID(), enterprise, source: 'staff-scan', at, personCode }
        const activityId = (await push(activity(times))).id
        await ask('阿丽', 'confirm', 'enter', { activityId, entries: [entry] })
        const { personId } = await bind('路人')
        return { who: '王总', name: 'session', action: 'approvePerson', input: { personId } }
      },
    },
    'confirm.vouch': {
      make: async () => {
        const activityId = (await push(activity(times))).id
        const { token } = await ask('阿丽', 'confirm', 'issueCode', { activityId, kind: 'poster' })
        await bind('王总')
        await ask('王总', 'confirm', 'confirm', { token, pressedAt: clock.now.toISOString() })
        const { participations } = await ask('阿丽', 'confirm', 'list', { activityId })
        const [scan] = z.array(z.object({ id: z.string() })).parse(participations)
        const input = { activityId, participationId: scan?.id }
        return { who: '阿丽', name: 'confirm', action: 'vouch', input }
      },
    },
  } satisfies Record<string, Writing>
}
