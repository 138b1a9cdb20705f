/**
 * Figures, days and names as the screens write them: numbers with their unit, points with two decimals half up,
 * times of day in Asia/Shanghai. Nothing here computes a score.
 */
import { shanghaiDate, shanghaiTime } from '../shared/calendar'
import { formatPoints, formatPointsShort } from '../shared/scoring'

export type Unit = '分' | '场' | '个' | '家' | '家次' | '条' | '项' | '名' | '次' | '万元' | '位' | '人'

/** Points with two decimals, half up: 76.45. */
export const points = formatPoints

/** Points without needless decimals, for a part beside its maximum: 82, 74.5. */
export const shortPoints = formatPointsShort

/** A gain or loss with its sign: +3.00, −0.30, 0.00. */
export function gain(value: number): string {
  const size = formatPoints(Math.abs(value))
  if (size === '0.00') return size
  return `${value > 0 ? '+' : '−'}${size}`
}

/** A whole number with its unit and a thin group mark from ten thousand on: 12 家, 12,345 家次. */
export function count(value: number, unit: Unit): string {
  return `${grouped(value)} ${unit}`
}

export function grouped(value: number): string {
  const [whole = '0', rest] = String(value).split('.')
  const text = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return rest ? `${text}.${rest}` : text
}

/** A typed number, or null while it is none: digits with at most one point. */
export function numberIn(text: string | undefined): number | null {
  const trimmed = (text ?? '').trim()
  return /^\d{1,10}(\.\d{1,6})?$/.test(trimmed) ? Number(trimmed) : null
}

/** A share 0…1 as a percentage without decimals where there are none: 30%, 12.5%. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

/** 9月18日 of a `YYYY-MM-DD`; with the year when it is not `year`. */
export function dayText(date: string, year?: string): string {
  const day = `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
  return year !== undefined && date.slice(0, 4) !== year ? `${date.slice(0, 4)}年${day}` : day
}

/** 9月18日 14:03 of an ISO time; with the year when it is not `year`. */
export function momentText(instant: string, year?: string): string {
  return `${dayText(shanghaiDate(instant), year)} ${shanghaiTime(instant)}`
}

/** Today only the time, else day and time: 14:03 or 9月18日 14:03. */
export function recentText(instant: string, now: Date = new Date()): string {
  return shanghaiDate(instant) === shanghaiDate(now) ? shanghaiTime(instant) : momentText(instant)
}

/** 9月18日 14:00–16:30, or both days when they differ; with the year when it is not `year`. */
export function spanText(startsAt: string, endsAt: string, year?: string): string {
  if (shanghaiDate(startsAt) === shanghaiDate(endsAt))
    return `${momentText(startsAt, year)}–${shanghaiTime(endsAt)}`
  return `${momentText(startsAt, year)} – ${momentText(endsAt, year)}`
}

/** A credit code in groups that the eye can compare: 9143 0181 MA4X XXXX 8G. */
export function creditCodeText(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Places won or lost: ↑ 3, ↓ 1, 持平; a dash where there is nothing to compare with. */
export function movementText(movement: number | null): string {
  if (movement === null) return '—'
  if (movement === 0) return '持平'
  return movement > 0 ? `↑ ${movement}` : `↓ ${-movement}`
}
