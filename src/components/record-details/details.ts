/** The lines that a record shows of what was entered: label and value, empty ones left out. */
import type { RecordPayload } from '../../shared/records'
import { count, creditCodeText, dayText, grouped, momentText, spanText } from '../figures'
import {
  activityRoleTitles,
  activityTextTitles,
  activityTitle,
  campaignTitles,
  categoriesText,
  channelTitles,
  demandTitles,
  holderTitles,
  honourTitles,
} from '../words'

export type Detail = { label: string; value: string; long?: boolean }

/** Times of another year than `thisYear` say theirs. `attendances` is left to the caller: it stands beside the confirmed numbers. */
export function detailsOf(payload: RecordPayload, thisYear: string): Detail[] {
  return everyDetail(payload, thisYear).filter((detail) => detail.value !== '')
}

function everyDetail(payload: RecordPayload, thisYear: string): Detail[] {
  const moment = (instant: string) => momentText(instant, thisYear)
  switch (payload.kind) {
    case 'activity': {
      const texts = activityTextTitles(payload.category)
      return [
        { label: '兼属类别', value: categoriesText(payload.alsoCategories) },
        { label: '时间', value: spanText(payload.startsAt, payload.endsAt, thisYear) },
        { label: '地点', value: payload.place.name },
        { label: '定位', value: placeNote(payload.place) },
        { label: '我方角色', value: activityRoleTitles[payload.role] },
        { label: '专项活动', value: payload.campaign === 'none' ? '' : campaignTitles[payload.campaign] },
        { label: '形式', value: payload.online ? '线上' : '线下' },
        { label: '服务内容', value: payload.topic ?? '' },
        { label: '促成贷款', value: payload.ledToLoan ? '是' : '' },
        { label: '后台发布', value: payload.published ? '已发布' : '未发布' },
        { label: texts.announcement, value: payload.announcement, long: true },
        { label: texts.summary, value: payload.summary, long: true },
        { label: texts.outcome, value: payload.outcome, long: true },
      ]
    }
    case 'demand':
      return [
        { label: '种类', value: demandTitles[payload.demand] },
        ...enterprise(payload.enterprise),
        { label: '金额', value: `${grouped(payload.amount)} 万元` },
        { label: '收到', value: moment(payload.receivedAt) },
        { label: '发布', value: payload.publishedAt ? moment(payload.publishedAt) : '尚未发布' },
        { label: '发布渠道', value: channelTitles[payload.channel] },
        { label: '用途', value: payload.purpose, long: true },
      ]
    case 'transaction':
      return [
        ...enterprise(payload.enterprise),
        { label: '服务', value: payload.service },
        { label: '订单号', value: payload.order },
        { label: '完成', value: moment(payload.completedAt) },
        { label: '双方确认', value: payload.confirmedByBoth ? '已确认' : '未确认' },
      ]
    case 'honour':
      return [
        { label: '种类', value: honourTitles[payload.honour] },
        { label: '授予单位', value: payload.issuer },
        { label: '日期', value: dayText(payload.conferredOn, '') },
        { label: '有效期至', value: payload.validUntil ? dayText(payload.validUntil, '') : '' },
        { label: '所属年度', value: payload.forYear ?? '' },
        { label: '获得者', value: payload.holder ? holderTitles[payload.holder] : '' },
        { label: '同一事项', value: payload.story },
        { label: '佐证', value: payload.proof, long: true },
      ]
  }
}

function enterprise({ name, creditCode }: { name: string; creditCode: string }): Detail[] {
  return [
    { label: '企业', value: name },
    { label: '信用代码', value: creditCodeText(creditCode) },
  ]
}

type Place = Extract<RecordPayload, { kind: 'activity' }>['place']

function placeNote({ method, accuracy }: Place): string {
  if (method === 'typed') return '手工填写'
  if (method === 'chosen') return '地图选点'
  return accuracy === undefined ? '手机定位' : `手机定位,误差约 ${Math.round(accuracy)} 米`
}

/** The kind in words: 贷款对接活动, 融资需求, … */
export function kindOf(payload: RecordPayload): string {
  switch (payload.kind) {
    case 'activity':
      return activityTitle(payload.category)
    case 'demand':
      return '融资需求'
    case 'transaction':
      return '线上交易'
    case 'honour':
      return '荣誉与报道'
  }
}

/** 扫码确认 8 · 现场扫码 3 · 手工录入 1, whatever is none left out; empty when nobody is there. */
export function participantsText(by: { scan: number; staffScan: number; staffEntry: number }): string {
  return [
    by.scan > 0 ? `扫码确认 ${by.scan}` : '',
    by.staffScan > 0 ? `现场扫码 ${by.staffScan}` : '',
    by.staffEntry > 0 ? `手工录入 ${by.staffEntry}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Declared and confirmed beside each other, in words. */
export function attendancesText(declared: number, approved: number | null): string {
  return approved === null
    ? `申报 ${count(declared, '家次')}`
    : `核定 ${count(approved, '家次')} · 申报 ${grouped(declared)}`
}
