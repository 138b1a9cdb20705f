/** The steps of a record's history, and the fields that changed, in words. */
import type { HistoryEntry } from '../../shared/contract'
import {
  activityCategories,
  activityRoleTitles,
  activityTitle,
  campaignTitles,
  channelTitles,
  demandTitles,
  holderTitles,
  honourTitles,
} from '../../shared/records'
import { momentText } from '../figures'

const titles: Record<HistoryEntry['action'], string> = {
  submit: '提交',
  revise: '修改后再次提交',
  withdraw: '撤回',
  approve: '审核通过',
  return: '退回',
}

/** 提交, 修改后再次提交(第 2 版), … */
export function stepText({ action, revision }: Pick<HistoryEntry, 'action' | 'revision'>): string {
  return revision > 1 ? `${titles[action]}(第 ${revision} 版)` : titles[action]
}

const activityTitles = Object.fromEntries(activityCategories.map((each) => [each, activityTitle(each)]))
const placeMethods = { located: '手机定位', chosen: '地图选点', typed: '手工填写' }
const yesNo = { true: '是', false: '否' }

/** A field's name, and how its values are said where the text itself would not do. */
const fields: Record<string, { title: string; values?: Record<string, string>; isTime?: true } | undefined> =
  {
    alsoCategories: { title: '兼属类别', values: activityTitles },
    amount: { title: '金额(万元)' },
    announcement: { title: '通知或方案' },
    approvedAttendances: { title: '家次(申报 → 核定)' },
    attendances: { title: '申报家次' },
    campaign: { title: '专项活动', values: campaignTitles },
    category: { title: '类别', values: activityTitles },
    channel: { title: '发布渠道', values: channelTitles },
    completedAt: { title: '完成时间', isTime: true },
    conferredOn: { title: '授予日期' },
    confirmedByBoth: { title: '双方确认', values: yesNo },
    demand: { title: '需求种类', values: demandTitles },
    endsAt: { title: '结束时间', isTime: true },
    'enterprise.creditCode': { title: '信用代码' },
    'enterprise.name': { title: '企业名称' },
    forYear: { title: '所属年度' },
    holder: { title: '获得者', values: holderTitles },
    honour: { title: '荣誉种类', values: honourTitles },
    issuer: { title: '授予单位' },
    ledToLoan: { title: '促成贷款', values: yesNo },
    online: { title: '线上举办', values: yesNo },
    order: { title: '订单号' },
    outcome: { title: '成效或反馈' },
    photos: { title: '照片' },
    'place.accuracy': { title: '定位误差(米)' },
    'place.latitude': { title: '纬度' },
    'place.longitude': { title: '经度' },
    'place.method': { title: '地点来源', values: placeMethods },
    'place.name': { title: '地点' },
    proof: { title: '佐证' },
    published: { title: '后台发布', values: yesNo },
    publishedAt: { title: '发布时间', isTime: true },
    purpose: { title: '用途' },
    receivedAt: { title: '收到时间', isTime: true },
    role: { title: '我方角色', values: activityRoleTitles },
    service: { title: '服务' },
    startsAt: { title: '开始时间', isTime: true },
    story: { title: '同一事项' },
    summary: { title: '活动纪要' },
    title: { title: '名称' },
    topic: { title: '服务内容' },
    validUntil: { title: '有效期至' },
  }

/** 申报家次:12 → 10. A field that this version does not know stands as it came; times of another year say theirs. */
export function changeText({ field, from, to }: HistoryEntry['changes'][number], thisYear?: string): string {
  const known = fields[field]
  const said = (value: string) => {
    if (value === '') return '空'
    if (known?.isTime) return momentText(value, thisYear)
    const values = known?.values
    // A list of them is one text.
    return values
      ? value
          .split('、')
          .map((each) => values[each] ?? each)
          .join('、')
      : value
  }
  return `${known?.title ?? field}:${said(from)} → ${said(to)}`
}
