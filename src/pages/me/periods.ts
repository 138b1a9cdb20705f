/** What the province can evaluate today: the periods that have begun, of this year and the last. */
import { monthOf, monthsOf, previousMonth, quarterOf } from '../../shared/calendar'

/** `today` is `YYYY-MM-DD` in Asia/Shanghai. Newest first. */
export function evaluationPeriods(today: string): string[] {
  const year = Number(today.slice(0, 4))
  const months = [String(year - 1), String(year)].flatMap(monthsOf).filter((month) => month <= monthOf(today))
  const quarters = [...new Set(months.map(quarterOf))]
  return [...months.reverse(), ...quarters.reverse(), String(year), String(year - 1)]
}

/** The month that is evaluated by default: the last one that is over. */
export function defaultPeriod(today: string): string {
  return previousMonth(monthOf(today))
}
