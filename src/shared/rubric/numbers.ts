// Numbers as a rubric may write them, and as its sentences show them.
import { z } from 'zod'
import { unit } from './points'

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

/** An integer of 1e-6 without trailing zeros: 99,700,000 → `99.7`. */
export function plain(units: number): string {
  return String(units / unit)
}

/** With its unit: `900 家次`, `65%`. */
export function withUnit(units: number, name: string): string {
  return name === '' || name === '%' ? `${plain(units)}${name}` : `${plain(units)} ${name}`
}
