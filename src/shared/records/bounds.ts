/**
 * Bounds of what an answer tells. They are far above anything that is ever told: what matters is that there is one,
 * so that no single value can fill a page or a phone's storage. Lengths are in UTF-16 units.
 */
import { z } from 'zod'

/** A time or day: `2023-05-11T02:00:00Z`, `2023-05-11`, `2023-05`. */
export const toldTime = z.string().max(40)

/** What fits on a line: an id, a name, a title, a unit, a cursor. */
export const toldLine = z.string().max(1_000)

/** What may be written at length: a reason, an explanation, an address on the web. */
export const toldText = z.string().max(40_000)

/** A list of at most `max`. */
export function toldList<Item extends z.ZodType>(item: Item, max = 10_000): z.ZodArray<Item> {
  return z.array(item).max(max)
}

/** Values by name, at most `max` of them. */
export function toldRecord<Value extends z.ZodType>(
  value: Value,
  max = 1_000,
): z.ZodRecord<z.ZodString, Value> {
  return z
    .record(toldLine, value)
    .refine((record) => Object.keys(record).length <= max)
    .meta({ maxProperties: max })
}
