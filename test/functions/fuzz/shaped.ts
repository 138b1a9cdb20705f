/**
 * Input of an action made from its own schema: mostly of the right form, with values that the database knows
 * in places where they can mean something, and now and then a text that is meant to hurt.
 */
import fc from 'fast-check'
import { z } from 'zod'

type Schema = z.core.JSONSchema.JSONSchema
/** Values that mean something, by the name of the property that takes them. */
export type Known = Readonly<Record<string, readonly string[]>>

export function shaped(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  return from(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '', known)
}

const nasty = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\ufffe',
  '%',
  '_',
  "'; drop table records; --",
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '\u202e',
  '𠮷'.repeat(60),
  '名'.repeat(10_001),
  '{"a":',
  'NaN',
  '9999999999999999999',
)

function from(schema: Schema | boolean, name: string, known: Known): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.jsonValue()
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => from(choice, name, known)))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  switch (schema.type) {
    case 'object':
      return objectFrom(schema, known)
    case 'array': {
      const item = Array.isArray(schema.items) ? undefined : schema.items
      const { minItems = 0, maxItems = 50 } = schema
      // Now and then one more than fits.
      const sizes = { minLength: minItems, maxLength: Math.min(maxItems + 1, minItems + 4) }
      return fc.array(from(item ?? true, name, known), sizes)
    }
    case 'string':
      return stringFrom(schema, known[name] ?? known[schema.format ?? ''] ?? [])
    case 'integer':
      return fc.oneof(fc.integer({ min: 0, max: 12 }), within(schema).map(Math.round), edges(schema))
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 100 }), within(schema), edges(schema))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue()
  }
}

function objectFrom(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]): [string, fc.Arbitrary<unknown>] => [name, from(member, name, known)],
  )
  return fc.record(Object.fromEntries(members), { requiredKeys: schema.required ?? [] })
}

function stringFrom({ format, pattern, maxLength }: Schema, values: readonly string[]): fc.Arbitrary<string> {
  const byForm =
    format === 'date-time'
      ? date.map((value) => value.toISOString())
      : format === 'date'
        ? date.map((value) => value.toISOString().slice(0, 10))
        : format === 'uuid'
          ? fc.uuid()
          : pattern !== undefined
            ? fc.stringMatching(new RegExp(pattern))
            : fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength ?? 30, 30) })
  const meant = values.length > 0 ? fc.constantFrom(...values) : byForm
  return fc.oneof(
    { arbitrary: meant, weight: 40 },
    { arbitrary: byForm, weight: 4 },
    { arbitrary: nasty, weight: 1 },
  )
}

const date = fc.date({
  min: new Date('2022-12-01T00:00:00Z'),
  max: new Date('2024-02-01T00:00:00Z'),
  noInvalidDate: true,
})

function within({ minimum = -10, maximum = 10_000 }: Schema): fc.Arbitrary<number> {
  return fc.double({ min: minimum, max: maximum, noNaN: true })
}

function edges({ minimum = 0, maximum = 1e9 }: Schema): fc.Arbitrary<number> {
  return fc.constantFrom(minimum, maximum, minimum - 1, maximum + 1, 0.5, -0, 1e308, Number.MAX_SAFE_INTEGER)
}
