/** One platform of the overview: its figures beside those of its class, and the ways on to card, records and filings. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { count, points } from '../../components/figures'
import ListRow from '../../components/list-row'
import Sheet from '../../components/sheet'
import Tag from '../../components/tag'
import { periodTitle } from '../../shared/calendar'
import { exclusionGroundTitles, tierTitles, type Output, type OverviewRow } from '../../shared/contract'
import { outlierTitles } from './arrange'

type Overview = Output<'standing', 'overview'>
const reportTitles = { filed: '按时', late: '晚报', missing: '缺报', open: '未到期' }

type Props = { overview: Overview; row: OverviewRow | null; onClose: () => void }

export default function Details({ overview, row, onClose }: Props) {
  return (
    <Sheet title={row?.platform.name ?? ''} visible={row !== null} onClose={onClose}>
      {row && <Shown overview={overview} row={row} onClose={onClose} />}
    </Sheet>
  )
}

function Shown({ overview, row, onClose }: { overview: Overview; row: OverviewRow; onClose: () => void }) {
  const { platform, result, report, waiting, overdue, signed, attendances, outliers } = row
  const medians = overview.medians[platform.tier]
  const go = (url: string) => {
    onClose()
    void Taro.navigateTo({ url })
  }
  const of = encodeURIComponent(platform.id)
  return (
    <View className="province-details">
      {row.exclusion && (
        <View className="province-quiet">
          不纳入评价:{exclusionGroundTitles[row.exclusion.ground]},{row.exclusion.reason}
        </View>
      )}
      {outliers.length > 0 && (
        <View className="province-tags">
          {outliers.map((outlier) => (
            <Tag key={outlier} tone="amber">
              {outlierTitles[outlier]}
            </Tag>
          ))}
        </View>
      )}
      <ListRow
        title="评分卡"
        note={
          result && overview.period !== null
            ? `${periodTitle(overview.period)} ${points(result.total)} 分${medians ? `,${tierTitles[platform.tier]}中位 ${points(medians.total)} 分` : ''}`
            : '还没有结果'
        }
        onTap={result ? () => go(`/pages/card/index?result=${encodeURIComponent(result.id)}`) : undefined}
      />
      {attendances !== null && (
        <ListRow
          title="参与企业数量"
          note={
            medians && medians.attendances !== null ? `同类中位 ${count(medians.attendances, '家次')}` : ''
          }
          value={count(attendances, '家次')}
        />
      )}
      <ListRow
        title="审核"
        note={overdue > 0 ? `其中 ${count(overdue, '条')}超过 5 个工作日` : '5 个工作日内审核'}
        value={
          signed > 0 ? `${count(waiting, '条')}待审核,${signed} 条需要留意` : `${count(waiting, '条')}待审核`
        }
        onTap={() => go(`/pages/review/index?platform=${of}`)}
      />
      <ListRow
        title="报送"
        note={filingsNote(row)}
        value={
          report === null
            ? '没有月报任务'
            : `${Number(overview.month.slice(5))} 月月报${reportTitles[report]}`
        }
        onTap={() => go(`/pages/filings/index?view=platform&platform=${of}`)}
      />
    </View>
  )
}

/** 本年缺报、晚报 2 次 · 3 项待审定,其中 1 项超过 5 个工作日 */
function filingsNote({ lateOrMissing, filingsWaiting, filingsOverdue }: OverviewRow): string {
  const reports = lateOrMissing === 0 ? '本年没有缺报、晚报' : `本年缺报、晚报 ${count(lateOrMissing, '次')}`
  if (filingsWaiting === 0) return reports
  const overdue = filingsOverdue > 0 ? `,其中 ${count(filingsOverdue, '项')}超过 5 个工作日` : ''
  return `${reports} · ${count(filingsWaiting, '项')}待审定${overdue}`
}
