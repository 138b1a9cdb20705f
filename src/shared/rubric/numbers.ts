// Numbers as a rubric may write them, and as its sentences show them.
import { z } from 'zod'
import { unit, type Points } from './points'

/** At most six decimals, so that every number of a rubric is an exact integer of 1e-6. */
const exactDecimal = (value: number) => Math.round(value * unit) / unit === value

export const rubricNumber = z
  .number()
  .min(0)
  .max(1_000_000_000)
  .refine(exactDecimal, 'more than six decimals')
export const positiveNumber = rubricNumber.refine((value) => value > 0, 'must be above 0')
/** Points of a rule or a maximum; at most 1,000. */
export const rubricPoints = z.number().min(0).max(1000).refine(exactDecimal, 'more than six decimals')

/** Texts of whole and half numbers up to 4,096: nearly all that a card prints. */
const halves: (string | undefined)[] = Array.from({ length: 8192 }, () => undefined)

/** An integer of 1e-6 without trailing zeros: 99,700,000 → `99.7`. */
export function plain(units: number): string {
  const place = (units / (unit / 2)) | 0
  if (place < 0 || place >= halves.length || place * (unit / 2) !== units) return written(units)
  const known = halves[place]
  if (known !== undefined) return known
  const text = written(units)
  halves[place] = text
  return text
}

/** By hand, as printing a broken double is slow. */
function written(units: number): string {
  if (units < 0) return `-${written(-units)}`
  const whole = Math.floor(units / unit)
  const rest = (units - whole * unit) | 0
  if (rest === 0) return String(whole)
  let digits = rest
  let width = 6
  while (digits % 10 === 0) {
    digits = (digits / 10) | 0
    width -= 1
  }
  return `${whole}.${String(digits).padStart(width, '0')}`
}

/** What follows the number: ` 家次`, `%`. */
export function unitSuffix(name: string): string {
  return name === '' || name === '%' ? name : ` ${name}`
}

/** With its unit: `900 家次`, `65%`. */
export function withUnit(units: number, name: string): string {
  return plain(units) + unitSuffix(name)
}

/** Points in a sentence; one that does not end is cut to four decimals and said to be about that. */
export function pointsText(points: Points): string {
  if (typeof points === 'number') return plain(points)
  return `约 ${plain(points.units - (points.units % 100))}`
}
