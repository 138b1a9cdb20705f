/**
 * What a person enters, one schema for each kind of record. Forms validate with these before saving,
 * the server before storing; a message stands at the field that it is about.
 */
import { z } from 'zod'
import { shanghaiDate, yearSchema } from '../calendar'
import {
  activityCategories,
  activityRoles,
  campaigns,
  demandChannels,
  demandTypes,
  honourHolders,
  honourKinds,
} from './countable'
import { creditCodeSchema } from './credit-code'
import { limits } from './limits'
import { text } from './text'

/** ISO with a zone. Bounded: a fraction of a second may have any number of digits, and one of millions was once sent. */
export const instant = z.iso
  .datetime({ offset: true, message: '请选择时间' })
  .max(limits.instantLength, '请选择时间')
export const uuid = z.uuid('编号不对')

export const enterpriseSchema = z.strictObject({
  name: text(limits.nameLength, 2),
  creditCode: creditCodeSchema,
})

/** Where something happened, and how we know: measured by the phone, chosen on a map, or typed. */
export const placeSchema = z.strictObject({
  name: text(limits.placeLength, 1),
  method: z.enum(['located', 'chosen', 'typed']),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  /** Metres. */
  accuracy: z.number().min(0).max(100_000).optional(),
})

/** A photo is uploaded apart; the record names it by id and content. */
export const photoSchema = z.strictObject({
  id: uuid,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes after scaling. */
  size: z.int().min(1).max(limits.photoBytes),
})

export const activityPayload = z
  .strictObject({
    kind: z.literal('activity'),
    category: z.enum(activityCategories, '请选择类别'),
    /** Asked for only where an event counts in each of its categories (rules.md G9, D8). */
    alsoCategories: z.array(z.enum(activityCategories)).min(1).max(activityCategories.length).optional(),
    title: text(limits.titleLength, 1),
    startsAt: instant,
    endsAt: instant,
    place: placeSchema,
    role: z.enum(activityRoles, '请选择角色'),
    campaign: z.enum(campaigns),
    online: z.boolean(),
    /** These two are asked for only where the rubric reads them (rules.md H2.4, H3.1k a). */
    topic: text(limits.nameLength, 1).optional(),
    ledToLoan: z.boolean().optional(),
    /** Stands published in the provincial back end (rules.md G15). */
    published: z.boolean(),
    /** Participating enterprises as declared, in 家次. */
    attendances: z
      .int('请填写整数')
      .min(0, '不能小于 0')
      .max(limits.attendances, `最多 ${limits.attendances} 家次`),
    announcement: text(limits.textLength),
    summary: text(limits.textLength),
    outcome: text(limits.textLength),
    photos: z.array(photoSchema).max(limits.photos),
  })
  .refine(
    (activity) =>
      activity.endsAt >= activity.startsAt || Date.parse(activity.endsAt) >= Date.parse(activity.startsAt),
    {
      path: ['endsAt'],
      message: '结束时间不能早于开始时间',
    },
  )

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
    {
      path: ['publishedAt'],
      message: '发布时间不能早于收到时间',
    },
  )

export const transactionPayload = z.strictObject({
  kind: z.literal('transaction'),
  enterprise: enterpriseSchema,
  service: text(limits.titleLength, 1),
  order: text(40, 1),
  completedAt: instant,
  confirmedByBoth: z.boolean(),
})

export const honourPayload = z
  .strictObject({
    kind: z.literal('honour'),
    honour: z.enum(honourKinds, '请选择荣誉种类'),
    title: text(limits.titleLength, 1),
    issuer: text(limits.nameLength, 1),
    conferredOn: z.iso.date('请选择日期'),
    /** Asked for only where an honour counts while it is valid, in the year that it names, or whoever holds it (D9). */
    validUntil: z.iso.date('请选择日期').optional(),
    forYear: yearSchema.optional(),
    holder: z.enum(honourHolders).optional(),
    /** Reports of one story share this name and count once (G17); empty = a story of its own. */
    story: text(limits.titleLength),
    proof: text(300),
    photos: z.array(photoSchema).max(limits.photos),
  })
  .refine(({ conferredOn, validUntil }) => validUntil === undefined || validUntil >= conferredOn, {
    path: ['validUntil'],
    message: '有效期至不能早于授予日期',
  })

export const recordPayload = z.discriminatedUnion('kind', [
  activityPayload,
  demandPayload,
  transactionPayload,
  honourPayload,
])

export type Enterprise = z.infer<typeof enterpriseSchema>
export type Place = z.infer<typeof placeSchema>
export type Photo = z.infer<typeof photoSchema>
export type ActivityPayload = z.infer<typeof activityPayload>
export type DemandPayload = z.infer<typeof demandPayload>
export type TransactionPayload = z.infer<typeof transactionPayload>
export type HonourPayload = z.infer<typeof honourPayload>
export type RecordPayload = z.infer<typeof recordPayload>
export type RecordKind = RecordPayload['kind']

/** The day of the act, `YYYY-MM-DD` in Asia/Shanghai: it alone decides the period (G8). */
export function dateOfAct(payload: RecordPayload): string {
  switch (payload.kind) {
    case 'activity':
      return shanghaiDate(payload.startsAt)
    case 'demand':
      return shanghaiDate(payload.receivedAt)
    case 'transaction':
      return shanghaiDate(payload.completedAt)
    case 'honour':
      return payload.conferredOn
  }
}

/** What lists and messages call a record. */
export function titleOf(payload: RecordPayload): string {
  switch (payload.kind) {
    case 'activity':
    case 'honour':
      return payload.title
    case 'demand':
      return `${payload.enterprise.name} ${payload.amount} 万元`
    case 'transaction':
      return payload.service
  }
}

/** The photos that a record names; empty for kinds without photos. */
export function photosOf(payload: RecordPayload): Photo[] {
  return 'photos' in payload ? payload.photos : []
}
