/** 服务活动: an event, a visit, a training. */
import { z } from 'zod'
import { shanghaiDate } from '../../calendar'
import { isComplete } from '../completeness'
import { activityCategories, activityRoles, campaigns } from '../countable'
import { limits } from '../limits'
import { text } from '../text'
import { activityTextTitles, activityTitle } from '../titles'
import { describeKind } from './descriptor'
import { placeFields } from './fields'
import { instant, photoSchema, placeSchema } from './parts'
import { stated } from './stated'

export const activityPayload = z
  .strictObject({
    kind: z.literal('activity'),
    category: z.enum(activityCategories, '请选择类别'),
    /** Asked for only where an event counts in each of its categories (G9, D8). */
    alsoCategories: z.array(z.enum(activityCategories)).min(1).max(activityCategories.length).optional(),
    title: text(limits.titleLength, 1),
    startsAt: instant,
    endsAt: instant,
    place: placeSchema,
    role: z.enum(activityRoles, '请选择角色'),
    campaign: z.enum(campaigns),
    online: z.boolean(),
    /** These two are asked for only where the rubric reads them (H2.4, H3.1k a). */
    topic: text(limits.nameLength, 1).optional(),
    ledToLoan: z.boolean().optional(),
    /** Stands published in the provincial back end (G15). */
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
    // Instants, not texts: an offset may hide an end before the start.
    ({ startsAt, endsAt }) => Date.parse(endsAt) >= Date.parse(startsAt),
    { path: ['endsAt'], message: '结束时间不能早于开始时间' },
  )

export type ActivityPayload = z.infer<typeof activityPayload>

export const activityKind = describeKind<ActivityPayload>({
  title: '服务活动',
  schema: activityPayload,
  fields: {
    startsAt: { label: '开始时间', format: { as: 'moment' }, column: { title: '时间', width: 13 } },
    endsAt: { label: '结束时间', format: { as: 'moment' }, spanLabel: '时间' },
    category: {
      label: '类别',
      format: { as: 'choice', list: 'activity' },
      column: { title: '类别', width: 12 },
      inHead: true,
    },
    alsoCategories: { label: '兼属类别', format: { as: 'choices', list: 'category' } },
    title: {
      label: '活动名称',
      format: { as: 'text' },
      column: { title: '活动名称', width: 25 },
      inHead: true,
    },
    place: placeFields,
    online: {
      label: '形式',
      format: { as: 'yes-no', yes: '线上', no: '线下' },
      column: { title: '形式', width: 7 },
    },
    role: {
      label: '我方角色',
      format: { as: 'choice', list: 'role' },
      column: { title: '角色', width: 6 },
    },
    campaign: {
      label: '专项活动',
      format: { as: 'choice', list: 'campaign' },
      column: { title: '专项', width: 9 },
      usual: 'none',
    },
    topic: { label: '服务内容', format: { as: 'text' }, column: { title: '服务内容', width: 12 } },
    ledToLoan: {
      label: '促成贷款',
      format: { as: 'yes-no', yes: '是', no: '否' },
      column: { title: '促成\n贷款', width: 6, align: 'center' },
      usual: 'false',
    },
    published: {
      label: '后台发布',
      format: { as: 'yes-no', yes: '已发布', no: '未发布' },
      column: { title: '后台\n发布', width: 7, align: 'center' },
    },
    attendances: {
      label: '申报家次',
      format: { as: 'number', unit: '家次' },
      column: { title: '申报\n家次', width: 6, align: 'right' },
      inHead: true,
    },
    photos: {
      label: '照片',
      format: { as: 'photos' },
      column: { title: '照片', width: 5, align: 'right' },
      inHead: true,
    },
    announcement: {
      label: '通知或方案',
      labelOf: ({ category }) => activityTextTitles(category).announcement,
      format: { as: 'long-text' },
      column: { title: '通知或方案', width: 20 },
    },
    summary: {
      label: '活动纪要',
      labelOf: ({ category }) => activityTextTitles(category).summary,
      format: { as: 'long-text' },
      column: { title: '活动纪要', width: 26 },
    },
    outcome: {
      label: '成效或反馈',
      labelOf: ({ category }) => activityTextTitles(category).outcome,
      format: { as: 'long-text' },
      column: { title: '成效或反馈', width: 30 },
    },
  },
  titleOf: ({ title }) => title,
  subjectOf: ({ category }) => activityTitle(category),
  dateOfAct: ({ startsAt }) => shanghaiDate(startsAt),
  photosOf: ({ photos }) => photos,
  countable: (payload, base, view) => ({
    ...base,
    kind: 'activity',
    category: payload.category,
    ...stated({ alsoCategories: payload.alsoCategories }),
    role: payload.role,
    campaign: payload.campaign,
    online: payload.online,
    ...stated({ topic: payload.topic, ledToLoan: payload.ledToLoan }),
    published: payload.published,
    complete: base.approved && isComplete(payload, view),
    attendances: view.approvedAttendances ?? payload.attendances,
  }),
})
