/** 荣誉与报道: what was conferred or printed, by whom and when. */
import { z } from 'zod'
import { yearSchema } from '../../calendar'
import { honourHolders, honourKinds } from '../countable'
import { limits } from '../limits'
import { text } from '../text'
import { describeKind } from './descriptor'
import { photoSchema } from './parts'
import { stated } from './stated'

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

export type HonourPayload = z.infer<typeof honourPayload>

export const honourKind = describeKind<HonourPayload>({
  title: '荣誉与报道',
  schema: honourPayload,
  fields: {
    honour: {
      label: '荣誉种类',
      format: { as: 'choice', list: 'honour' },
      column: { title: '种类', width: 24 },
    },
    title: { label: '名称', format: { as: 'text' }, column: { title: '名称', width: 36 }, inHead: true },
    issuer: {
      label: '授予或刊载单位',
      format: { as: 'text' },
      column: { title: '授予或刊载单位', width: 26 },
    },
    conferredOn: {
      label: '授予或刊载日期',
      format: { as: 'day' },
      column: { title: '日期', width: 12, align: 'center' },
    },
    story: { label: '同一事项', format: { as: 'text' }, column: { title: '同一事项', width: 20 } },
    proof: { label: '佐证', format: { as: 'long-text' }, column: { title: '佐证', width: 32 } },
    photos: {
      label: '照片',
      format: { as: 'photos' },
      column: { title: '照片', width: 6, align: 'right' },
      inHead: true,
    },
    validUntil: {
      label: '有效期至',
      format: { as: 'day' },
      column: { title: '备注', width: 18, labelled: true },
      mayLieAhead: true,
    },
    forYear: { label: '所属年度', format: { as: 'text' } },
    holder: { label: '获得者', format: { as: 'choice', list: 'holder' } },
  },
  start: { title: '荣誉报道', note: '表彰、案例、媒体' },
  titleOf: ({ title }) => title,
  dateOfAct: ({ conferredOn }) => conferredOn,
  photosOf: ({ photos }) => photos,
  countable: ({ honour, story, validUntil, forYear, holder }, base) => ({
    ...base,
    kind: 'honour',
    honour,
    story: story || base.id,
    ...stated({ validUntil, forYear, holder }),
  }),
})
