/** 服务台账: the activities of a period, and the enterprises that took part. Pure. */
import { shanghaiDate, shanghaiTime } from '../../src/shared/calendar'
import { sourceTitles, type StoredRecord } from '../../src/shared/contract'
import {
  activityRoleTitles,
  activityTitle,
  campaignTitles,
  categoriesText,
  stateTitles,
  type ActivityPayload,
} from '../../src/shared/records'
import { periodName } from './file-name'
import { momentOf } from './moment'
import type { Ledger } from './read-ledger'
import type { Cell, Column, SheetPlan } from './sheets'

type Activity = StoredRecord & { payload: ActivityPayload }

const isActivity = (record: StoredRecord): record is Activity => record.payload.kind === 'activity'

export function activitySheets(ledger: Ledger, now: Date): SheetPlan[] {
  const activities = ledger.records.filter(isActivity)
  const number = new Map(activities.map(({ id }, index) => [id, index + 1]))
  const notes = [headOf(ledger, now), sumOf(ledger, activities)]
  return [
    {
      name: '服务活动',
      title: '服务台账',
      notes,
      columns: activityColumns,
      rows: activities.map((record, index) => activityRow(record, index + 1)),
      filter: true,
    },
    {
      name: '参与企业',
      title: '服务台账 · 参与企业',
      notes,
      columns: participantColumns,
      rows: participantRows(ledger, activities, number),
      filter: true,
    },
  ]
}

export function headOf({ platforms, period }: Ledger, now: Date): string {
  const [first, ...others] = platforms
  const whose = `${first?.name ?? ''}${others.length > 0 ? `及所辖 ${others.length} 个县市区平台` : ''}`
  return `${whose} · 时期:${periodName(period)} · 生成于 ${momentOf(now)}`
}

/** 家次 and 家 stand apart: how often somebody took part, and how many different ones did. */
function sumOf({ participations }: Ledger, activities: readonly Activity[]): string {
  const approved = activities.filter(({ state }) => state === 'approved')
  const attendances = approved.reduce(
    (sum, each) => sum + (each.approvedAttendances ?? each.payload.attendances),
    0,
  )
  const enterprises = new Set(participations.map(({ enterprise }) => enterprise.creditCode)).size
  return `活动 ${activities.length} 场,其中已通过 ${approved.length} 场、核定 ${attendances} 家次 · 企业登记 ${participations.length} 家次,涉及企业 ${enterprises} 家`
}

const activityColumns: Column[] = [
  { title: '序号', width: 6, align: 'center' },
  { title: '平台', width: 15 },
  { title: '时间', width: 13 },
  { title: '类别', width: 12 },
  { title: '活动名称', width: 25 },
  { title: '地点', width: 17 },
  { title: '形式', width: 7 },
  { title: '角色', width: 6 },
  { title: '专项', width: 9 },
  { title: '申报\n家次', width: 6, align: 'right' },
  { title: '核定\n家次', width: 6, align: 'right' },
  { title: '扫码\n确认', width: 6, align: 'right' },
  { title: '现场\n扫码', width: 6, align: 'right' },
  { title: '手工\n录入', width: 6, align: 'right' },
  { title: '照片', width: 5, align: 'right' },
  { title: '成效或反馈', width: 30 },
  { title: '状态', width: 8, align: 'center' },
]

function activityRow(record: Activity, number: number): Cell[] {
  const { payload, participants } = record
  return [
    number,
    record.platformName,
    timeOf(payload),
    categoryOf(payload),
    payload.title,
    payload.place.name,
    payload.online ? '线上' : '线下',
    activityRoleTitles[payload.role],
    payload.campaign === 'none' ? null : campaignTitles[payload.campaign],
    payload.attendances,
    record.approvedAttendances,
    participants.scan,
    participants.staffScan,
    participants.staffEntry,
    payload.photos.length,
    payload.outcome,
    stateTitles[record.state],
  ]
}

/** 贷款对接活动, and below it what else it is. */
function categoryOf({ category, alsoCategories }: ActivityPayload): string {
  const title = activityTitle(category)
  return alsoCategories ? `${title}\n兼:${categoriesText(alsoCategories)}` : title
}

function timeOf({ startsAt, endsAt }: ActivityPayload): string {
  const last = shanghaiDate(endsAt) === shanghaiDate(startsAt) ? shanghaiTime(endsAt) : momentOf(endsAt)
  return `${shanghaiDate(startsAt)}\n${shanghaiTime(startsAt)}–${last}`
}

const participantColumns: Column[] = [
  { title: '序号', width: 7, align: 'center' },
  { title: '平台', width: 15 },
  { title: '活动\n序号', width: 6, align: 'center' },
  { title: '活动日期', width: 11, align: 'center' },
  { title: '活动名称', width: 28 },
  { title: '企业名称', width: 30 },
  { title: '统一社会信用代码', width: 21, align: 'center' },
  { title: '登记方式', width: 10, align: 'center' },
  { title: '登记时间', width: 17, align: 'center' },
  { title: '评分\n(星)', width: 6, align: 'center' },
  { title: '评语', width: 24 },
  { title: '备注', width: 10 },
]

function participantRows(
  { participations }: Ledger,
  activities: readonly Activity[],
  number: ReadonlyMap<string, number>,
): Cell[][] {
  const byId = new Map(activities.map((record) => [record.id, record]))
  return participations.map((each, index) => {
    const activity = byId.get(each.activityId)
    return [
      index + 1,
      activity?.platformName ?? null,
      number.get(each.activityId) ?? null,
      activity?.date ?? null,
      activity?.payload.title ?? null,
      each.enterprise.name,
      each.enterprise.creditCode,
      sourceTitles[each.source],
      momentOf(each.confirmedAt),
      each.stars,
      each.comment,
      each.late ? '逾期登记' : null,
    ]
  })
}
