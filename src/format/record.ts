/** What was entered in a record, as the screens write it. */
import { linesOf, type RecordPayload, type Style } from '../shared/records'
import { count, creditCodeText, dayText, grouped, momentText, spanText } from './figures'

/** Times of another year than `thisYear` say theirs; days always do. */
export function screenStyle(thisYear?: string): Style {
  return {
    moment: (instant) => momentText(instant, thisYear),
    span: (startsAt, endsAt) => spanText(startsAt, endsAt, thisYear),
    day: (date) => dayText(date, ''),
    number: (digits) => grouped(Number(digits)),
    creditCode: creditCodeText,
  }
}

export type Detail = { label: string; value: string; long: boolean }

/**
 * The lines that a record shows of what was entered. What the head of its page shows, its title and its numbers, is
 * left out, and so is what was not entered.
 */
export function detailsOf(payload: RecordPayload, thisYear: string): Detail[] {
  return linesOf(payload, screenStyle(thisYear))
    .filter(({ field, isUsual }) => !field.inHead && !isUsual)
    .map(({ label, value, field }) => ({ label, value, long: field.format.as === 'long-text' }))
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
