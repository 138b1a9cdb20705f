/** 线上交易: an order of a service that both sides confirm. */
import { z } from 'zod'
import { shanghaiDate } from '../../calendar'
import { limits } from '../limits'
import { text } from '../text'
import { describeKind } from './descriptor'
import { enterpriseFields } from './fields'
import { enterpriseSchema, instant } from './parts'

const ORDER_LENGTH = 40

export const transactionPayload = z.strictObject({
  kind: z.literal('transaction'),
  enterprise: enterpriseSchema,
  service: text(limits.titleLength, 1),
  order: text(ORDER_LENGTH, 1),
  completedAt: instant,
  confirmedByBoth: z.boolean(),
})

export type TransactionPayload = z.infer<typeof transactionPayload>

export const transactionKind = describeKind<TransactionPayload>({
  title: '线上交易',
  schema: transactionPayload,
  fields: {
    enterprise: enterpriseFields,
    service: {
      label: '服务',
      format: { as: 'text' },
      column: { title: '服务', width: 32 },
      ask: { placeholder: '如:高新技术企业认定辅导', required: true, remembered: true },
    },
    order: {
      label: '订单号',
      format: { as: 'text' },
      column: { title: '订单号', width: 24 },
      ask: { placeholder: '省平台上的订单号', most: ORDER_LENGTH, required: true },
    },
    completedAt: {
      label: '完成时间',
      format: { as: 'moment' },
      column: { title: '完成', width: 17, align: 'center' },
    },
    confirmedByBoth: {
      label: '双方确认',
      format: { as: 'yes-no', yes: '已确认', no: '未确认' },
      column: { title: '双方确认', width: 10, align: 'center' },
      ask: { label: '双方已确认', hint: '供需双方都在平台上确认后才计数' },
    },
  },
  start: { title: '线上交易', note: '省平台上的订单' },
  form: {
    bestWhen: '双方确认后',
    atBest: (payload) => (payload.confirmedByBoth ? null : { ...payload, confirmedByBoth: true }),
  },
  titleOf: ({ service }) => service,
  dateOfAct: ({ completedAt }) => shanghaiDate(completedAt),
  countable: ({ confirmedByBoth }, base) => ({ ...base, kind: 'transaction', completed: confirmedByBoth }),
})
