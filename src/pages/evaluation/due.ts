/** What the province has to keep to: when a period is to be published, and that the holidays of next year are entered. Pure. */
import { dayText } from '../../components/figures'
import { lastHolidayYear, monthlyPublicationDate, periodKind, quarterlyDueDate } from '../../shared/calendar'

/** 应于 6月10日前公布 · 应于 7月17日前通报; null of a year, and where the holidays of the due day are not known. */
export function dueText(period: string): string | null {
  switch (periodKind(period)) {
    case 'month':
      return `应于 ${dayText(monthlyPublicationDate(period))}前公布`
    case 'quarter':
      try {
        return `应于 ${dayText(quarterlyDueDate(period))}前通报`
      } catch (error) {
        if (error instanceof RangeError) return null
        throw error
      }
    case 'year':
      return null
  }
}

/** From 1 December on, while the holidays of the next year are missing: working days into it cannot be counted. */
export function holidayWarning(today: string, last = lastHolidayYear): string | null {
  const year = Number(today.slice(0, 4))
  const wanted = today.slice(5, 7) === '12' ? year + 1 : year
  if (Number(last) >= wanted) return null
  return `系统还没有 ${Number(last) + 1} 年的节假日安排:跨年的公示无法公布,审核期限也不会计入超期。请联系技术维护人员录入后更新。`
}
