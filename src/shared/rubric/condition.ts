// Conditions: a fact is true, a quantity compares with another, all / any / not of these, or always (for a
// reading that drops a gate).
// A fact that is stated to be absent (null) meets no comparison.
import { z } from 'zod'
import { RubricError } from './error'
import { compileQuantity, quantitySchema, type Quantity } from './quantity'
import type { Slots, Values } from './slots'

const comparisons = {
  atLeast: { sign: '≥', holds: (a: number, b: number) => a >= b },
  moreThan: { sign: '>', holds: (a: number, b: number) => a > b },
  below: { sign: '<', holds: (a: number, b: number) => a < b },
  atMost: { sign: '≤', holds: (a: number, b: number) => a <= b },
} as const
type Comparison = keyof typeof comparisons

export type Condition =
  | { always: true }
  | { fact: string; is: boolean }
  | { quantity: Quantity; comparison: Comparison; to: Quantity }
  | { all: Condition[] }
  | { any: Condition[]; title?: string | undefined }
  | { not: Condition }

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({ fact: z.string().min(1), is: z.boolean() }),
    z.strictObject({
      quantity: quantitySchema,
      comparison: z.enum(['atLeast', 'moreThan', 'below', 'atMost']),
      to: quantitySchema,
    }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    /** `title`: what it asks for as one phrase, where a list of alternatives reads badly. */
    z.strictObject({ any: z.array(conditionSchema).min(1), title: z.string().min(1).optional() }),
    z.strictObject({ not: conditionSchema }),
  ]),
)

export interface CompiledCondition {
  readonly slots: readonly number[]
  readonly holds: (values: Values) => boolean
  /** What it asks for, in a few Chinese words. */
  readonly title: string
  /** The parts that are not met, in Chinese. */
  readonly unmet: (values: Values) => string[]
}

/** @throws RubricError for an unknown fact, or one of another type. */
export function compileCondition(condition: Condition, slots: Slots, path: string): CompiledCondition {
  if ('always' in condition) return leaf([], '无条件', () => true)
  if ('fact' in condition) return compileFlag(condition.fact, condition.is, slots, path)
  if ('quantity' in condition) return compileComparison(condition, slots, path)
  if ('not' in condition) {
    const inner = compileCondition(condition.not, slots, path)
    return leaf(inner.slots, `并非${inner.title}`, (values) => !inner.holds(values))
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => compileCondition(part, slots, path))
    const title = condition.title ?? parts.map((part) => part.title).join('或')
    const all = parts.flatMap((part) => part.slots)
    return leaf(all, title, (values) => parts.some((part) => part.holds(values)))
  }
  const parts = condition.all.map((part) => compileCondition(part, slots, path))
  return {
    slots: parts.flatMap((part) => part.slots),
    holds: (values) => {
      for (const part of parts) if (!part.holds(values)) return false
      return true
    },
    title: parts.map((part) => part.title).join('、'),
    unmet: (values) => parts.flatMap((part) => part.unmet(values)),
  }
}

function leaf(
  slots: readonly number[],
  title: string,
  holds: (values: Values) => boolean,
): CompiledCondition {
  return { slots, title, holds, unmet: (values) => (holds(values) ? [] : [title]) }
}

function compileFlag(fact: string, is: boolean, slots: Slots, path: string): CompiledCondition {
  const slot = slots.find(fact, path)
  if (slot.type !== 'flag') throw new RubricError(path, `“${fact}” is not a yes or no`)
  const wanted = is ? 1 : 0
  return leaf([slot.index], is ? slot.title : `并非${slot.title}`, (values) => values[slot.index] === wanted)
}

function compileComparison(
  condition: { quantity: Quantity; comparison: Comparison; to: Quantity },
  slots: Slots,
  path: string,
): CompiledCondition {
  const left = compileQuantity(condition.quantity, slots, path)
  const right = compileQuantity(condition.to, slots, path)
  const { sign, holds } = comparisons[condition.comparison]
  return leaf(
    [...left.slots, ...right.slots],
    `${left.title} ${sign} ${right.title}${left.unit}`,
    (values) => {
      const a = left.value(values)
      const b = right.value(values)
      return a !== null && b !== null && holds(a, b)
    },
  )
}
