// Numbers as a rubric may write them, and as its sentences show them.
import { z } from 'zod'
import { toPoints, unit, type Points } from './points'

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

/** An integer of 1e-6 without trailing zeros: 99,700,000 → `99.7`. By hand, as printing a broken double is slow. */
export function plain(units: number): string {
  if (units < 0) return `-${plain(-units)}`
  const rest = units % unit
  const whole = String((units - rest) / unit)
  if (rest === 0) return whole
  let digits = String(rest + unit).slice(1)
  while (digits.endsWith('0')) digits = digits.slice(0, -1)
  return `${whole}.${digits}`
}

/** With its unit: `900 家次`, `65%`. */
export function withUnit(units: number, name: string): string {
  return name === '' || name === '%' ? `${plain(units)}${name}` : `${plain(units)} ${name}`
}

/** Points in a sentence; one that does not end is shown to four decimals and said to be so. */
export function pointsText(points: Points): string {
  return typeof points === 'number' ? plain(points) : `约 ${toPoints(points).toFixed(4)}`
}
