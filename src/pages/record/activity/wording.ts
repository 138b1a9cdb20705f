/** What the activity form says at its fields: a visit is recorded by the needs that it found. */
import type { ActivityCategory } from '../../../shared/records'

export type Wording = Record<'title' | 'attendances' | 'announcement' | 'summary' | 'outcome', string>

const event: Wording = {
  title: '如:园区银企对接会',
  attendances: '按家次填写;上传后可出示活动码,由企业扫码确认',
  announcement: '活动通知、方案的标题或要点',
  summary: '做了什么;有照片时可以不写',
  outcome: '如:3 家达成授信意向 600 万元',
}

const visit: Wording = {
  title: '如:走访经开区 3 家企业',
  attendances: '走访了几家就填几家次;上传后可由企业扫码确认',
  announcement: '走访通知或安排的要点',
  summary: '如:缺流动资金 200 万元;想申报专精特新',
  outcome: '如:已转担保公司,企业下周提交材料',
}

export function wordingOf(category: ActivityCategory | null): Wording {
  return category === 'visit' || category === 'park' ? visit : event
}
