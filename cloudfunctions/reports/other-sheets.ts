/** Records that are no activities: demands, online transactions, honours. One sheet each, if there are any. Pure. */
import type { StoredRecord } from '../../src/shared/contract'
import {
  channelTitles,
  demandTitles,
  holderTitles,
  honourTitles,
  stateTitles,
  type DemandPayload,
  type HonourPayload,
  type TransactionPayload,
} from '../../src/shared/records'
import { headOf } from './activity-sheets'
import { momentOf } from './moment'
import type { Ledger } from './read-ledger'
import type { Cell, Column, SheetPlan } from './sheets'

export function otherSheets(ledger: Ledger, now: Date): SheetPlan[] {
  const { demands, transactions, honours } = sorted(ledger.records)
  return [
    sheet('融资需求', demandColumns, demands),
    sheet('线上交易', transactionColumns, transactions),
    sheet('荣誉与报道', honourColumns, honours),
  ].filter(({ rows }) => rows.length > 0)

  function sheet(name: string, columns: readonly Column[], rows: Cell[][]): SheetPlan {
    return {
      name,
      title: name,
      notes: [headOf(ledger, now)],
      columns: [
        { title: '序号', width: 6, align: 'center' },
        ...columns,
        { title: '状态', width: 9, align: 'center' },
      ],
      rows: rows.map((row, index) => [index + 1, ...row]),
      filter: true,
    }
  }
}

function sorted(records: readonly StoredRecord[]) {
  const demands: Cell[][] = []
  const transactions: Cell[][] = []
  const honours: Cell[][] = []
  for (const { payload, state } of records) {
    const title = stateTitles[state]
    if (payload.kind === 'demand') demands.push([...demandRow(payload), title])
    if (payload.kind === 'transaction') transactions.push([...transactionRow(payload), title])
    if (payload.kind === 'honour') honours.push([...honourRow(payload), title])
  }
  return { demands, transactions, honours }
}

const enterpriseColumns: Column[] = [
  { title: '企业名称', width: 30 },
  { title: '统一社会信用代码', width: 21, align: 'center' },
]

const demandColumns: Column[] = [
  { title: '种类', width: 13 },
  ...enterpriseColumns,
  { title: '金额\n(万元)', width: 10, align: 'right' },
  { title: '收到', width: 17, align: 'center' },
  { title: '发布', width: 17, align: 'center' },
  { title: '发布渠道', width: 10, align: 'center' },
  { title: '用途', width: 36 },
]
const demandRow = ({
  demand,
  enterprise,
  amount,
  receivedAt,
  publishedAt,
  channel,
  purpose,
}: DemandPayload): Cell[] => [
  demandTitles[demand],
  enterprise.name,
  enterprise.creditCode,
  amount,
  momentOf(receivedAt),
  publishedAt === null ? '尚未发布' : momentOf(publishedAt),
  channelTitles[channel],
  purpose,
]

const transactionColumns: Column[] = [
  ...enterpriseColumns,
  { title: '服务', width: 32 },
  { title: '订单号', width: 24 },
  { title: '完成', width: 17, align: 'center' },
  { title: '双方确认', width: 10, align: 'center' },
]
const transactionRow = (payload: TransactionPayload): Cell[] => [
  payload.enterprise.name,
  payload.enterprise.creditCode,
  payload.service,
  payload.order,
  momentOf(payload.completedAt),
  payload.confirmedByBoth ? '已确认' : '未确认',
]

const honourColumns: Column[] = [
  { title: '种类', width: 24 },
  { title: '名称', width: 36 },
  { title: '授予或刊载单位', width: 26 },
  { title: '日期', width: 12, align: 'center' },
  { title: '同一事项', width: 20 },
  { title: '佐证', width: 32 },
  { title: '照片', width: 6, align: 'right' },
  { title: '备注', width: 18 },
]
const honourRow = (payload: HonourPayload): Cell[] => {
  const { honour, title, issuer, conferredOn, story, proof, photos } = payload
  return [honourTitles[honour], title, issuer, conferredOn, story, proof, photos.length, remarkOf(payload)]
}

/** What only other readings of the clause ask for. */
function remarkOf({ validUntil, forYear, holder }: HonourPayload): string {
  return [
    validUntil ? `有效期至 ${validUntil}` : '',
    forYear ? `所属年度 ${forYear}` : '',
    holder ? holderTitles[holder] : '',
  ]
    .filter(Boolean)
    .join('\n')
}
