/** What is said below a row behind a point: whose, when, why, from where, and who decided when. Pure. */
import { dayText, momentText } from '../../components/figures'
import type { RecordBehind } from '../../shared/contract'

export function noteOf(row: RecordBehind): string {
  const { platform, date, counts, why, reason, report, decidedBy, decidedAt, recordId } = row
  const filed = report?.filedAt ? `${momentText(report.filedAt)} 报送` : ''
  const decided = [decidedBy ?? '', decidedAt === null ? '' : momentText(decidedAt)].filter(Boolean).join(' ')
  return [
    platform ?? '',
    dayText(date),
    // That it counts is said by its place and its tag.
    counts && why === '计入' ? '' : why,
    reason === null ? '' : `${report ? '来源' : '理由或来源'}:${reason}`,
    filed,
    decided === '' ? '' : `${decided} ${report ? '审定' : recordId === null ? '给出' : '审核'}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
