/** 融资需求: what one enterprise asks for, and whether it was published in time. */
import { z } from 'zod'
import { addDays, addWorkingDays, DEMAND_PUBLICATION_WORKING_DAYS, shanghaiDate } from '../../calendar'
import { demandChannels, demandTypes } from '../countable'
import { limits } from '../limits'
import { text } from '../text'
import { describeKind } from './descriptor'
import { enterpriseFields } from './fields'
import { enterpriseSchema, instant } from './parts'

export const demandPayload = z
  .strictObject({
    kind: z.literal('demand'),
    demand: z.enum(demandTypes, '请选择需求种类'),
    enterprise: enterpriseSchema,
    /** In 万元. */
    amount: z.number('请填写金额').positive('金额要大于 0').max(10_000_000, '金额太大,请以万元为单位填写'),
    purpose: text(limits.textLength),
    receivedAt: instant,
    publishedAt: instant.nullable(),
    channel: z.enum(demandChannels),
  })
  .refine(
    (demand) => !demand.publishedAt || Date.parse(demand.publishedAt) >= Date.parse(demand.receivedAt),
    { path: ['publishedAt'], message: '发布时间不能早于收到时间' },
  )

export type DemandPayload = z.infer<typeof demandPayload>

export const demandKind = describeKind<DemandPayload>({
  title: '融资需求',
  schema: demandPayload,
  fields: {
    demand: {
      label: '需求种类',
      format: { as: 'choice', list: 'demand' },
      column: { title: '种类', width: 13 },
    },
    enterprise: enterpriseFields,
    amount: {
      label: '金额',
      format: { as: 'number', unit: '万元' },
      column: { title: '金额\n(万元)', width: 10, align: 'right' },
    },
    receivedAt: {
      label: '收到时间',
      format: { as: 'moment' },
      column: { title: '收到', width: 17, align: 'center' },
    },
    publishedAt: {
      label: '发布时间',
      format: { as: 'moment' },
      column: { title: '发布', width: 17, align: 'center' },
      unset: '尚未发布',
    },
    channel: {
      label: '发布渠道',
      format: { as: 'choice', list: 'channel' },
      column: { title: '发布渠道', width: 10, align: 'center' },
    },
    purpose: { label: '用途', format: { as: 'long-text' }, column: { title: '用途', width: 36 } },
  },
  start: { title: '融资需求', note: '贷款、股权融资' },
  titleOf: ({ enterprise, amount }) => `${enterprise.name} ${amount} 万元`,
  dateOfAct: ({ receivedAt }) => shanghaiDate(receivedAt),
  countable: ({ demand, channel, receivedAt, publishedAt }, base) => ({
    ...base,
    kind: 'demand',
    demand,
    channel,
    published: publishedAt !== null,
    inTime: publishedAt === null ? false : isInTime(receivedAt, publishedAt),
  }),
})

/** 实时发布 is read as within one working day of receipt (H2.2b, D16). Null when that day lies in a year unknown. */
function isInTime(receivedAt: string, publishedAt: string): boolean | null {
  const [received, published] = [shanghaiDate(receivedAt), shanghaiDate(publishedAt)]
  // Whatever the holidays are, a working day later is the next day or after it.
  if (published <= addDays(received, DEMAND_PUBLICATION_WORKING_DAYS)) return true
  try {
    return published <= addWorkingDays(received, DEMAND_PUBLICATION_WORKING_DAYS)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
