/** Every text, list and record of the contract has a bound, what goes in and what comes out. */
import { z } from 'zod'
import { contract, failureSchema, requestSchema, type FunctionContract } from '../../../src/shared/contract'
import { pushedRecord } from '../../../src/shared/records'
import { carryOver, declaredSettings, rubricDocument, rubricIds } from '../../../src/shared/rubric'

type Schema = z.core.JSONSchema.JSONSchema

/** Of one length whatever is in them, but for `date-time`, whose fraction of a second may go on for ever. */
const fixedFormats = ['uuid', 'date']

/** A pattern without a bound of its own has no end. */
const endless = /(?<!\\)[*+]|\{\d+,\}/

/** Paths of the parts without a bound. */
function unbounded(schema: Schema | boolean, path: string): string[] {
  if (typeof schema === 'boolean') return [`${path}: anything`]
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  if (choices.length > 0) return choices.flatMap((choice) => unbounded(choice, path))
  if (schema.enum || schema.const !== undefined) return []
  if (schema.type === 'string') return isBoundedText(schema) ? [] : [`${path}: text`]
  if (schema.type === 'array')
    return [
      ...(schema.maxItems === undefined ? [`${path}: list`] : []),
      ...(Array.isArray(schema.items) || schema.items === undefined
        ? [`${path}: items`]
        : unbounded(schema.items, `${path}[]`)),
    ]
  if (schema.type === 'object') return unboundedMembers(schema, path)
  return schema.type === undefined ? [`${path}: anything`] : []
}

function isBoundedText({ maxLength, format, pattern }: Schema): boolean {
  if (maxLength !== undefined || fixedFormats.includes(format ?? '')) return true
  return pattern !== undefined && /^\^.*\$$/.test(pattern) && !endless.test(pattern)
}

function unboundedMembers(schema: Schema, path: string): string[] {
  const { properties = {}, additionalProperties: others, maxProperties, propertyNames } = schema
  const isNamed = typeof propertyNames === 'object' && propertyNames.enum !== undefined
  const found = Object.entries(properties).flatMap(([name, member]) => unbounded(member, `${path}.${name}`))
  if (others === undefined || others === false) return found
  if (maxProperties === undefined && !isNamed) found.push(`${path}: members`)
  return [...found, ...unbounded(others, `${path}.*`)]
}

const walked = (schema: z.ZodType, io: 'input' | 'output', path: string) =>
  unbounded(z.toJSONSchema(schema, { io, unrepresentable: 'any' }), path)

test('the walk finds what has no bound', () => {
  const loose = z.object({
    text: z.string(),
    time: z.iso.datetime({ offset: true }),
    pattern: z.string().regex(/^a+$/),
    list: z.array(z.enum(['a'])),
    record: z.record(z.string().max(1), z.number()),
    any: z.unknown(),
    well: z.array(z.string().max(3)).max(2),
  })
  expect(walked(loose, 'output', '')).toEqual([
    '.text: text',
    '.time: text',
    '.pattern: text',
    '.list: list',
    '.record: members',
    '.any: anything',
  ])
})

/** What is read by another schema, or is a document whose own schema was asked before it was stored. */
const readElsewhere = ['records.push.input.records[]', 'standing.rubric.output.document.*', 'request.input']

test('every text, list and record of every action has a bound', () => {
  const tables: [string, FunctionContract][] = Object.entries(contract)
  const found = tables.flatMap(([name, actions]) =>
    Object.entries(actions).flatMap(([action, { input, output }]) => [
      ...walked(input, 'input', `${name}.${action}.input`),
      ...walked(output, 'output', `${name}.${action}.output`),
    ]),
  )
  const others = [
    ...walked(pushedRecord, 'input', 'pushedRecord'),
    ...walked(requestSchema, 'input', 'request'),
    ...walked(failureSchema, 'output', 'failure'),
  ]
  const all = [...found, ...others]
  expect(all.filter((each) => !readElsewhere.some((known) => each.startsWith(known)))).toEqual([])
})

describe('every version that a carried-over rubric can have can be asked for', () => {
  const { input } = contract.standing.rubric
  test.each(rubricIds.map((id) => [id]))('%s', (id) => {
    const settings = Object.entries(declaredSettings(rubricDocument(id)))
    const others = settings.map(([name, { values, chosen }]) => {
      const left = values.map(({ value }) => value).filter((value) => value !== chosen)
      return [name, left] as const
    })
    const longest = (left: readonly string[]) =>
      left.reduce((most, each) => (each.length > most.length ? each : most))
    const chosen = [
      {},
      ...others.flatMap(([name, left]) => left.map((value) => ({ [name]: value }))),
      Object.fromEntries(others.map(([name, left]) => [name, longest(left)])),
    ]
    expect(chosen.length).toBeGreaterThan(5)
    for (const each of chosen) {
      const { version } = carryOver(id, '2031', each)
      expect(input.safeParse({ id, version }).error?.issues).toBeUndefined()
    }
  })

  test('a version with a line break, of spaces or without end is refused', () => {
    for (const version of ['', ' ', 'a\nb', 'a  b', '版本', 'a'.repeat(2_001)])
      expect(input.safeParse({ id: 'hunan-2023-city', version }).success).toBe(false)
  })
})
