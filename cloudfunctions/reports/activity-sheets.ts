/** 服务台账: the activities of a period, and the enterprises that took part. Pure. */
import { sourceTitles, type StoredRecord } from '../../src/shared/contract'
import { stateTitles, type ActivityPayload } from '../../src/shared/records'
import { periodName } from './file-name'
import { momentOf } from './moment'
import type { Ledger } from './read-ledger'
import { cellOf, columnsOf } from './record-columns'
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

/** What is known of an activity besides what was entered, next to the 家次 that were declared. */
const knownColumns: Column[] = [
  { title: '核定\n家次', width: 6, align: 'right' },
  { title: '扫码\n确认', width: 6, align: 'right' },
  { title: '现场\n扫码', width: 6, align: 'right' },
  { title: '手工\n录入', width: 6, align: 'right' },
]
const entered = columnsOf('activity')
const declaredAt = entered.findIndex(({ fields }) => fields.some(({ path }) => path === 'attendances')) + 1

const activityColumns: Column[] = [
  { title: '序号', width: 6, align: 'center' },
  { title: '平台', width: 15 },
  ...entered.slice(0, declaredAt).map(({ column }) => column),
  ...knownColumns,
  ...entered.slice(declaredAt).map(({ column }) => column),
  { title: '状态', width: 8, align: 'center' },
]

function activityRow(record: Activity, number: number): Cell[] {
  const { payload, participants } = record
  const cells = entered.map((column) => cellOf(payload, column))
  return [
    number,
    record.platformName,
    ...cells.slice(0, declaredAt),
    record.approvedAttendances,
    participants.scan,
    participants.staffScan,
    participants.staffEntry,
    ...cells.slice(declaredAt),
    stateTitles[record.state],
  ]
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
