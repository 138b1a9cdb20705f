/** 线上交易: an order of a service that both sides confirm. */
import { z } from 'zod'
import { shanghaiDate } from '../../calendar'
import { limits } from '../limits'
import { text } from '../text'
import { describeKind } from './descriptor'
import { enterpriseFields } from './fields'
import { enterpriseSchema, instant } from './parts'

export const transactionPayload = z.strictObject({
  kind: z.literal('transaction'),
  enterprise: enterpriseSchema,
  service: text(limits.titleLength, 1),
  order: text(40, 1),
  completedAt: instant,
  confirmedByBoth: z.boolean(),
})

export type TransactionPayload = z.infer<typeof transactionPayload>

export const transactionKind = describeKind<TransactionPayload>({
  title: '线上交易',
  schema: transactionPayload,
  fields: {
    enterprise: enterpriseFields,
    service: { label: '服务', format: { as: 'text' }, column: { title: '服务', width: 32 } },
    order: { label: '订单号', format: { as: 'text' }, column: { title: '订单号', width: 24 } },
    completedAt: {
      label: '完成时间',
      format: { as: 'moment' },
      column: { title: '完成', width: 17, align: 'center' },
    },
    confirmedByBoth: {
      label: '双方确认',
      format: { as: 'yes-no', yes: '已确认', no: '未确认' },
      column: { title: '双方确认', width: 10, align: 'center' },
    },
  },
  titleOf: ({ service }) => service,
  dateOfAct: ({ completedAt }) => shanghaiDate(completedAt),
  countable: ({ confirmedByBoth }, base) => ({ ...base, kind: 'transaction', completed: confirmedByBoth }),
})
