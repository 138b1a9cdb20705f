// perItem: points collected for each item, capped: min(cap, Σ points × count). Items are counted facts and
// kinds of a list.
import { z } from 'zod'
import { RubricError } from '../error'
import { plain, rubricPoints } from '../numbers'
import { toUnits, unit } from '../points'
import { compileQuantity, quantitySchema, type CompiledQuantity } from '../quantity'
import type { Values } from '../slots'
import { steps } from './steps'
import type { CompiledRule, RuleContext } from './types'

const itemSchema = z.union([
  z.strictObject({ of: quantitySchema, points: rubricPoints }),
  z.strictObject({ list: z.string().min(1), kinds: z.array(z.string().min(1)).min(1), points: rubricPoints }),
])
export const perItemSchema = z.strictObject({
  kind: z.literal('perItem'),
  items: z.array(itemSchema).min(1),
  cap: rubricPoints.optional(),
  /** `once`: of each kind only the first item counts (D9). */
  repeated: z.enum(['each', 'once']).default('each'),
})
export type PerItem = z.infer<typeof perItemSchema>

interface Item {
  readonly quantity: CompiledQuantity
  readonly worth: number
}

/** @throws RubricError when a kind is worth points twice. */
export function compilePerItem(rule: PerItem, context: RuleContext): CompiledRule {
  const items = rule.items.flatMap((item, at): Item[] => {
    const path = `${context.path}.items[${at}]`
    const worth = toUnits(item.points)
    const names = 'list' in item ? item.kinds.map((kind) => `${item.list}/${kind}`) : [item.of]
    return names.map((name) => ({ quantity: compileQuantity(name, context.slots, path), worth }))
  })
  const slots = items.flatMap((item) => item.quantity.slots)
  if (new Set(slots).size < slots.length)
    throw new RubricError(`${context.path}.items`, 'an item is worth points twice')

  const cap = rule.cap === undefined ? Infinity : toUnits(rule.cap)
  const once = rule.repeated === 'once'
  const countOf = (item: Item, values: Values): number => {
    const count = steps(item.quantity.value(values) ?? 0, unit, 'floor')
    return once && count > 1 ? 1 : count
  }
  const collected = (values: Values): number => {
    let total = 0
    for (const item of items) total += item.worth * countOf(item, values)
    return total
  }
  const why = (values: Values): string => {
    const total = collected(values)
    if (total === 0) return '尚无可计分的项目,得 0'
    const terms = items.flatMap((item) => {
      const count = countOf(item, values)
      return count === 0 ? [] : [`${item.quantity.title} ${plain(item.worth)} × ${count}`]
    })
    return `${terms.join(' + ')} = ${plain(total)}${total > cap ? `,封顶 ${rule.cap}` : ''}`
  }
  return {
    slots,
    most: once
      ? Math.min(
          cap,
          items.reduce((sum, item) => sum + item.worth, 0),
        )
      : cap,
    run: (values) => Math.min(cap, collected(values)),
    explain: (values) => ({ why: why(values) }),
  }
}
