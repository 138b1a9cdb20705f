/** What platforms of the simulated year record and report: drawn, and the same for the same year. */
import { shanghaiInstant } from '../../../src/shared/calendar'
import {
  activityCategories,
  activityRoles,
  campaigns,
  demandTypes,
  honourKinds,
  type RecordPayload,
} from '../../../src/shared/records'
import type { Random } from '../../../cloudfunctions/local/example/random'
import { activity } from '../harness'

export const enterprise = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }

/** A record of a day. Some happen minutes from midnight in Shanghai, where a day of UTC would be another one. */
export function anyPayload(random: Random, day: string): RecordPayload {
  const time = random.pick(['00:10', '09:00', '14:30', '23:50'])
  const at = shanghaiInstant(day, time)
  const kind = random.next()
  if (kind < 0.6) {
    return activity({
      category: random.pick(activityCategories),
      role: random.pick(activityRoles),
      campaign: random.pick(['none', ...campaigns]),
      published: random.chance(0.9),
      attendances: random.whole(0, 400),
      announcement: random.chance(0.9) ? '通知' : '',
      outcome: random.chance(0.9) ? '三家达成意向' : '',
      summary: random.chance(0.9) ? '介绍产品和申请办法，逐家答疑，收集融资需求。' : '会议纪要',
      startsAt: at,
      endsAt: at,
    })
  }
  if (kind < 0.75) {
    const hours = random.pick([2, 20, 90])
    const publishedAt = random.chance(0.9) ? new Date(Date.parse(at) + hours * 3_600_000).toISOString() : null
    return {
      ...{ kind: 'demand', demand: random.pick(demandTypes), enterprise, amount: 200, purpose: '购置设备' },
      ...{ receivedAt: at, publishedAt, channel: 'provincial' },
    }
  }
  if (kind < 0.9) {
    return {
      ...{ kind: 'transaction', enterprise, service: '财税咨询', order: `D${random.whole(1, 99_999)}` },
      ...{ completedAt: at, confirmedByBoth: random.chance(0.8) },
    }
  }
  return {
    ...{ kind: 'honour', honour: random.pick(honourKinds), title: '示例荣誉', issuer: '省工信厅' },
    ...{ conferredOn: day, story: random.pick(['', '甲', '乙']), proof: '', photos: [] },
  }
}

const source = '后台导出'

export function anyFigures(random: Random) {
  return [
    { name: 'registrations', value: random.whole(0, 60), source },
    { name: 'onlineTransactions', value: random.whole(0, 30), source },
  ]
}
