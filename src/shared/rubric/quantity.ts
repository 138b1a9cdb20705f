// Quantities that a rule can read: a number, a fact, or a sum, least, greatest, multiple or share of quantities.
import { z } from 'zod'
import { RubricError } from './error'
import { plain, rubricNumber } from './numbers'
import { proportion, toUnits, unit, wholeUnits } from './points'
import type { Slots, Values } from './slots'

export type Quantity =
  | number
  | string
  | { sum: Quantity[] }
  | { least: Quantity[] }
  | { greatest: Quantity[] }
  | { times: number; of: Quantity }
  | { percent: Quantity; of: Quantity }

export const quantitySchema: z.ZodType<Quantity> = z.lazy(() =>
  z.union([
    rubricNumber,
    z.string().min(1),
    z.strictObject({ sum: z.array(quantitySchema).min(1) }),
    z.strictObject({ least: z.array(quantitySchema).min(1) }),
    z.strictObject({ greatest: z.array(quantitySchema).min(1) }),
    z.strictObject({ times: rubricNumber.refine((value) => value > 0 && value <= 9), of: quantitySchema }),
    z.strictObject({ percent: quantitySchema, of: quantitySchema }),
  ]),
)

export interface CompiledQuantity {
  readonly slots: readonly number[]
  /** In millionths; `null` when a fact says that there is none. */
  readonly value: (values: Values) => number | null
  readonly title: string
  readonly unit: string
  /** Whether it is the same whatever the facts are. */
  readonly fixed: boolean
}

/** @throws RubricError for an unknown fact, or one that is not a number. */
export function compileQuantity(quantity: Quantity, slots: Slots, path: string): CompiledQuantity {
  if (typeof quantity === 'number') {
    const units = toUnits(quantity)
    return { slots: [], value: () => units, title: plain(units), unit: '', fixed: true }
  }
  if (typeof quantity === 'string') return compileFact(quantity, slots, path)
  if ('times' in quantity) return compileMultiple(quantity.times, compileQuantity(quantity.of, slots, path))
  if ('percent' in quantity) {
    return compileShare(
      compileQuantity(quantity.percent, slots, path),
      compileQuantity(quantity.of, slots, path),
    )
  }
  if ('sum' in quantity) return combine(quantity.sum, slots, path, ' + ', (a, b) => a + b)
  if ('least' in quantity) return combine(quantity.least, slots, path, '与', (a, b) => (a < b ? a : b))
  return combine(quantity.greatest, slots, path, '或', (a, b) => (a > b ? a : b))
}

function compileFact(name: string, slots: Slots, path: string): CompiledQuantity {
  const slot = slots.find(name, path)
  if (slot.type === 'flag') throw new RubricError(path, `“${name}” is not a number`)
  const { index } = slot
  return {
    slots: [index],
    value: (values) => values[index] ?? null,
    title: slot.title,
    unit: slot.unit,
    fixed: false,
  }
}

function compileMultiple(factor: number, of: CompiledQuantity): CompiledQuantity {
  const perUnit = toUnits(factor)
  const scaled = (units: number) =>
    Number.isInteger(units / unit) ? (units / unit) * perUnit : wholeUnits(proportion(perUnit, units, unit))
  return {
    ...of,
    value: (values) => {
      const units = of.value(values)
      return units === null ? null : scaled(units)
    },
    title: `${of.title} × ${factor}`,
  }
}

/** Null when the whole is 0. Cut off at the millionth of a percent. */
function compileShare(part: CompiledQuantity, whole: CompiledQuantity): CompiledQuantity {
  return {
    slots: [...part.slots, ...whole.slots],
    value: (values) => {
      const all = whole.value(values)
      const some = part.value(values)
      return all === null || all === 0 || some === null ? null : wholeUnits(proportion(100 * unit, some, all))
    },
    title: `${part.title}占${whole.title}的比例`,
    unit: '%',
    fixed: part.fixed && whole.fixed,
  }
}

function combine(
  parts: readonly Quantity[],
  slots: Slots,
  path: string,
  between: string,
  join: (a: number, b: number) => number,
): CompiledQuantity {
  const compiled = parts.map((part) => compileQuantity(part, slots, path))
  const [first, ...rest] = compiled
  if (!first) throw new RubricError(path, 'no quantity')
  return {
    slots: compiled.flatMap((part) => part.slots),
    value: (values) => {
      let result = first.value(values)
      for (const part of rest) {
        const next = part.value(values)
        if (result === null || next === null) return null
        result = join(result, next)
      }
      return result
    },
    title: compiled.map((part) => part.title).join(between),
    unit: first.unit,
    fixed: compiled.every((part) => part.fixed),
  }
}
