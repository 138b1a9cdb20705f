// 每N: how many steps a quantity makes (RULES.md G2).
import { z } from 'zod'
import { proportion, wholeTimes, type Points } from '../points'

/** `floor`: complete steps only; `ceil`: a started step counts; `linear`: pro rata. */
export const partialSchema = z.enum(['floor', 'ceil', 'linear'])
export type Partial = z.infer<typeof partialSchema>

export function steps(quantity: number, each: number, partial: 'floor' | 'ceil'): number {
  const whole = wholeTimes(quantity, each)
  return partial === 'ceil' && whole * each < quantity ? whole + 1 : whole
}

/** Points for `quantity` at `worth` points for each `each`; all in millionths. */
export function worthOf(quantity: number, each: number, worth: number, partial: Partial): Points {
  return partial === 'linear' ? proportion(worth, quantity, each) : worth * steps(quantity, each, partial)
}

export const partialWords: Record<Partial, string> = { floor: '每满', ceil: '每', linear: '按比例,每' }
