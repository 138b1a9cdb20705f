/** Where a filing stands: its state as a tag, and when it was or is due in words. */
import { now } from '../../phone'
import type { FilingStatus } from '../../shared/contract'
import { filingStateTitles } from '../../shared/filings'
import { addDays, shanghaiDate } from '../../shared/calendar'
import { dayText, momentText } from '../figures'
import Tag, { type Tone } from '../tag'

const tones: Record<FilingStatus['state'], Tone> = {
  open: 'grey',
  missing: 'red',
  filed: 'hatched',
  approved: 'jade',
  refused: 'amber',
}

export function FilingTag({ status }: { status: FilingStatus }) {
  return <Tag tone={tones[status.state]}>{filingStateTitles[status.state]}</Tag>
}

/** 6月5日前,还有 3 天 · 6月2日 10:00 报送 · 6月8日 09:00 晚报 */
export function filingNote(status: FilingStatus): string {
  const { filedAt, late, daysLeft, dueAt, refusedBecause } = status
  if (refusedBecause !== null) return `退回原因:${refusedBecause}`
  if (filedAt !== null) {
    const forwarded = status.forwardedAt === null ? '' : ',已汇总报送'
    return `${momentText(filedAt)} ${late ? '晚报' : '报送'}${forwarded}`
  }
  // Due at 24:00 of the day.
  const day = dayText(addDays(shanghaiDate(dueAt), -1), shanghaiDate(now()).slice(0, 4))
  if (daysLeft < 0) return `${day}截止,已过 ${-daysLeft} 天`
  return daysLeft === 0 ? '今天 24:00 截止' : `${day}截止,还有 ${daysLeft} 天`
}
