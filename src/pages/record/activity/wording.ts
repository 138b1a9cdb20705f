/** What the activity form calls its fields: a visit is recorded by the needs that it found. */
import type { ActivityCategory } from '../../../shared/records'

type Text = { name: 'announcement' | 'summary' | 'outcome'; label: string; hint: string }
export type Wording = { title: string; attendances: string; texts: readonly Text[] }

const event: Wording = {
  title: '如:园区银企对接会',
  attendances: '按家次填写;上传后可出示活动码,由企业扫码确认',
  texts: [
    { name: 'announcement', label: '通知或方案', hint: '活动通知、方案的标题或要点' },
    { name: 'summary', label: '活动纪要', hint: '做了什么;有照片时可以不写' },
    { name: 'outcome', label: '成效或反馈', hint: '如:3 家达成授信意向 600 万元' },
  ],
}

const visit: Wording = {
  title: '如:走访经开区 3 家企业',
  attendances: '走访了几家就填几家次;上传后可由企业扫码确认',
  texts: [
    { name: 'announcement', label: '走访方案', hint: '走访通知或安排的要点' },
    { name: 'summary', label: '发现的需求', hint: '如:缺流动资金 200 万元;想申报专精特新' },
    { name: 'outcome', label: '处理与反馈', hint: '如:已转担保公司,企业下周提交材料' },
  ],
}

export function wordingOf(category: ActivityCategory | null): Wording {
  return category === 'visit' || category === 'park' ? visit : event
}
