/** For every text and list of an input, one request of the right form in which that one is far too long. */
import { z } from 'zod'
import type { Known } from './shaped'

type Schema = z.core.JSONSchema.JSONSchema

export type Long = { field: string; input: unknown }

const LENGTH = 100_000
const longText = '长'.repeat(LENGTH)
/** Right but for its length: a fraction of a second may have any number of digits. */
const longTime = `2023-06-15T01:00:00.${'0'.repeat(LENGTH)}Z`

export function longValues(schema: z.ZodType, known: Known): Long[] {
  return longer(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '', known)
}

function longer(schema: Schema, name: string, known: Known): Long[] {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.flatMap((choice) => longer(choice, name, known))
  if (schema.type === 'string')
    return [{ field: name, input: schema.format === 'date-time' ? longTime : longText }]
  if (schema.type === 'array') return longerList(schema, name, known)
  if (schema.type !== 'object') return []
  const whole = objectOf(schema, known)
  return Object.entries(schema.properties ?? {}).flatMap(([member, of]) => {
    if (typeof of === 'boolean') return []
    return longer(of, member, known).map(({ field, input }) => ({
      field: name === '' ? field : `${name}.${field}`,
      input: { ...whole, [member]: input },
    }))
  })
}

function longerList(schema: Schema, name: string, known: Known): Long[] {
  const item = schema.items
  if (item === undefined || typeof item === 'boolean' || Array.isArray(item)) return []
  const many = Array.from({ length: 20_000 }, () => simple(item, name, known))
  const inside = longer(item, name, known).map(({ field, input }) => ({ field, input: [input] }))
  return [{ field: `${name}[]`, input: many }, ...inside]
}

/** A value of the right form. */
function simple(schema: Schema, name: string, known: Known): unknown {
  const [choice] = schema.anyOf ?? schema.oneOf ?? []
  if (choice) return simple(choice, name, known)
  if (schema.enum) return schema.enum[0]
  if (schema.const !== undefined) return schema.const
  switch (schema.type) {
    case 'object':
      return objectOf(schema, known)
    case 'array': {
      const item = schema.items
      const none = item === undefined || typeof item === 'boolean' || Array.isArray(item)
      return none || (schema.minItems ?? 0) === 0 ? [] : [simple(item, name, known)]
    }
    case 'string':
      return (known[name] ?? known[schema.format ?? ''] ?? ['示例'])[0]
    case 'boolean':
      return false
    case 'null':
      return null
    default:
      return Math.max(schema.minimum ?? 0, 1)
  }
}

function objectOf({ properties = {}, required = [] }: Schema, known: Known): Record<string, unknown> {
  const needed = Object.entries(properties).filter(([name]) => required.includes(name))
  return Object.fromEntries(
    needed.map(([name, of]) => [name, typeof of === 'boolean' ? 0 : simple(of, name, known)]),
  )
}
