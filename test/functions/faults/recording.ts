/** The writing actions of those who record, confirm and review. */
import { randomUUID } from 'node:crypto'
import { activity, demand, record } from '../harness'
import type { Asking, Writing } from './writing'

const enterprise = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }
const other = { name: '长沙示例二有限公司', creditCode: '91350100M000100Y43' }
const staffed = { platformId: 'p-changsha', areaCode: null, days: 7 }

export function recordingActions({ world, ask }: Asking) {
  const { push, clock } = world
  // Alike, each would be the twin of all those before it.
  let made = 0
  const distinct = () => record({ payload: activity({ title: `示例活动 ${(made += 1)}` }) })
  const pushed = () => push(activity())
  const held = () => push(activity({ startsAt: '2023-06-20T01:00:00Z', endsAt: '2023-06-20T04:00:00Z' }))
  const coded = async () => {
    const activityId = (await held()).id
    const { token } = await ask('阿丽', 'confirm', 'issueCode', { activityId, kind: 'poster' })
    await ask('王总', 'session', 'bindEnterprise', enterprise)
    return { activityId, confirmation: { token, pressedAt: clock.now.toISOString() } }
  }
  return {
    'session.join': {
      make: async () => {
        const { code } = await ask('老周', 'session', 'invite', { role: 'staff', ...staffed })
        return { who: '路人', name: 'session', action: 'join', input: { code, name: '' } }
      },
    },
    'session.invite': {
      make: async () => ({
        who: '老周',
        name: 'session',
        action: 'invite',
        input: { role: 'staff', ...staffed },
      }),
      twice: true,
    },
    'session.bindEnterprise': {
      make: async () => {
        await ask('路人', 'session', 'bindEnterprise', other)
        return { who: '路人', name: 'session', action: 'bindEnterprise', input: enterprise }
      },
    },
    'records.push': {
      make: async () => {
        const input = { records: [distinct(), distinct()] }
        return { who: '阿丽', name: 'records', action: 'push', input }
      },
    },
    'records.withdraw': {
      make: async () => {
        const { id, revision } = await pushed()
        return { who: '阿丽', name: 'records', action: 'withdraw', input: { id, revision, reason: '重复' } }
      },
    },
    'records.attachPhoto': {
      make: async () => {
        const photo = { id: randomUUID(), sha256: 'a'.repeat(64), size: 100 }
        const { id } = await push(activity({ photos: [photo] }))
        const input = { recordId: id, photo, fileId: `file-${photo.id}` }
        return { who: '阿丽', name: 'records', action: 'attachPhoto', input }
      },
    },
    'confirm.issueCode': {
      make: async () => {
        const input = { activityId: (await held()).id, kind: 'poster' }
        return { who: '阿丽', name: 'confirm', action: 'issueCode', input }
      },
      twice: true,
    },
    'confirm.revokeCodes': {
      make: async () => {
        const { activityId } = await coded()
        return { who: '阿丽', name: 'confirm', action: 'revokeCodes', input: { activityId, token: null } }
      },
    },
    'confirm.confirm': {
      make: async () => {
        const { confirmation } = await coded()
        return { who: '王总', name: 'confirm', action: 'confirm', input: confirmation }
      },
    },
    'confirm.rate': {
      make: async () => {
        const { activityId, confirmation } = await coded()
        await ask('王总', 'confirm', 'confirm', confirmation)
        return {
          who: '王总',
          name: 'confirm',
          action: 'rate',
          input: { activityId, stars: 4, comment: '好' },
        }
      },
    },
    'confirm.enter': {
      make: async () => {
        const entry = { id: randomUUID(), enterprise, source: 'staff-entry', at: '2023-06-20T02:00:00Z' }
        const input = { activityId: (await held()).id, entries: [entry] }
        return { who: '阿丽', name: 'confirm', action: 'enter', input }
      },
    },
    'review.approve': {
      make: async () => {
        const { id, revision } = await pushed()
        const input = { id, revision, approvedAttendances: null }
        return { who: '小陈', name: 'review', action: 'approve', input }
      },
    },
    'review.approveMany': {
      make: async () => {
        const waiting = [await push(demand()), await push(demand()), await push(demand())]
        const records = waiting.map(({ id, revision }) => ({ id, revision }))
        return { who: '小陈', name: 'review', action: 'approveMany', input: { records } }
      },
      inParts: { mayRepeat: [] },
    },
    'review.return': {
      make: async () => {
        const { id, revision } = await pushed()
        return {
          who: '小陈',
          name: 'review',
          action: 'return',
          input: { id, revision, reason: '请补充材料' },
        }
      },
    },
    'review.undo': {
      make: async () => {
        const { id, revision } = await pushed()
        await ask('小陈', 'review', 'approve', { id, revision, approvedAttendances: null })
        return { who: '小陈', name: 'review', action: 'undo', input: { records: [{ id, revision }] } }
      },
    },
  } satisfies Record<string, Writing>
}
