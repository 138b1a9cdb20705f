// Facts as they come from outside: from a file, a stored result, a tally. Absent = unknown.
import { z } from 'zod'
import { criteriaOf, markedCriteria, RubricError, type FactDeclaration, type Rubric } from '../rubric'

/** A count, an amount, a yes or no, "there is none", kinds of a list, or marks by criterion. */
export type ReadValue = number | boolean | null | readonly string[] | Readonly<Record<string, number>>
/** What a person decided of a criterion that cannot be computed; `points` null = it does not apply. */
export type Decided = {
  readonly points: number | null
  readonly reason: string
  /** The document that it rests on; empty = none is named. */
  readonly document: string
}
/** What a rule reads, or decisions by criterion. */
export type FactValue = ReadValue | Readonly<Record<string, Decided>>
/** The quantities that a rubric reads, by name; an absent name is unknown, not zero (RULES.md G7). */
export type Facts = Readonly<Record<string, FactValue>>

/** A fact that cannot be used; `path` names it, such as `marks.daily/coordination`. */
export class FactsError extends Error {
  readonly path: string

  constructor(path: string, problem: string) {
    super(path === '' ? problem : `${path}: ${problem}`)
    this.name = 'FactsError'
    this.path = path
  }
}

export function isList(value: FactValue | undefined): value is readonly string[] {
  return Array.isArray(value)
}

/** The marks by criterion, or undefined when the value is not of that type. */
export function marksIn(value: FactValue | undefined): Readonly<Record<string, number>> | undefined {
  return typeof value === 'object' && value !== null && !isList(value) && isMarks(value) ? value : undefined
}

function isMarks(
  value: Readonly<Record<string, number | Decided>>,
): value is Readonly<Record<string, number>> {
  return Object.values(value).every((each) => typeof each === 'number')
}

const decidedSchema = z.strictObject({
  points: z.number().min(0, 'must not be negative').nullable(),
  reason: z.string().min(1).max(500),
  document: z.string().max(500),
})

/** The fact that decisions are in. */
export const decisionsFact = 'decisions'

/** The decision on a criterion, if there is one. */
export function decidedIn(facts: Facts, criterion: string): Decided | undefined {
  const all = facts[decisionsFact]
  if (typeof all !== 'object' || all === null || isList(all) || !Object.hasOwn(all, criterion))
    return undefined
  const own = all[criterion]
  return typeof own === 'object' ? own : undefined
}

const largest = 1_000_000_000
const longestList = 10_000

function decisionsSchema(rubric: Rubric): z.ZodType<Readonly<Record<string, Decided>>> {
  const most = new Map(criteriaOf(rubric).map(({ criterion }) => [criterion.id, criterion.max]))
  return z
    .record(z.string().max(80), decidedSchema, 'must be an object of decisions by criterion')
    .superRefine((all, context) => {
      for (const [id, { points }] of Object.entries(all)) {
        const max = most.get(id)
        if (max === undefined) context.addIssue({ code: 'custom', path: [id], message: 'unknown criterion' })
        else if (points !== null && points > max)
          context.addIssue({ code: 'custom', path: [id], message: `must not exceed its maximum of ${max}` })
      }
    })
}

function valueSchema(
  rubric: Rubric,
  fact: FactDeclaration,
  marks: Readonly<Record<string, number>>,
): z.ZodType<FactValue> {
  switch (fact.type) {
    case 'decisions':
      return decisionsSchema(rubric)
    case 'count': {
      const schema = z
        .number('must be a whole number')
        .int('must be a whole number')
        .min(0, 'must not be negative')
        .max(largest, `must not exceed ${largest}`)
      return fact.default === null ? schema.nullable() : schema
    }
    case 'amount': {
      const schema = z
        .number('must be a finite number')
        .min(fact.min, fact.min === 0 ? 'must not be negative' : `must not be below ${fact.min}`)
        .max(fact.max, `must not exceed ${fact.max}`)
      return fact.default === null ? schema.nullable() : schema
    }
    case 'flag':
      return z.boolean('must be true or false')
    case 'list': {
      const known = Object.keys(fact.kinds)
      return z
        .array(z.enum(known, `unknown kind (known: ${known.join(', ')})`), 'must be a list')
        .max(longestList)
    }
    case 'marks':
      return z
        .strictObject(
          Object.fromEntries(
            Object.entries(marks).map(([criterion, max]) => [
              criterion,
              z
                .number('must be a finite number')
                .min(0, 'must not be negative')
                .max(max, `must not exceed its maximum of ${max}`)
                .optional(),
            ]),
          ),
          'must be an object of marks by criterion',
        )
        .transform(definedMarks)
  }
}

function factsSchema(rubric: Rubric): z.ZodType<Facts> {
  const marks = Object.fromEntries(
    markedCriteria(rubric).map(({ criterion }) => [criterion.id, criterion.max]),
  )
  const shape = Object.fromEntries(
    Object.entries(rubric.facts).map(([name, fact]) => [name, valueSchema(rubric, fact, marks).optional()]),
  )
  return z.strictObject(shape, 'must be an object of facts by name').transform(withoutUndefined)
}

function definedMarks(
  object: Readonly<Record<string, number | undefined>>,
): Readonly<Record<string, number>> {
  const marks: Record<string, number> = {}
  for (const [criterion, points] of Object.entries(object))
    if (points !== undefined) marks[criterion] = points
  return marks
}

function withoutUndefined(object: Readonly<Record<string, FactValue | undefined>>): Facts {
  const facts: Record<string, FactValue> = {}
  for (const [name, value] of Object.entries(object)) if (value !== undefined) facts[name] = value
  return facts
}

const schemas = new WeakMap<Rubric, z.ZodType<Facts>>()

/**
 * Checked facts.
 * @throws FactsError naming the place: an unknown fact, kind or criterion, a wrong type, a negative, broken or
 * non-finite count, a mark above its maximum
 */
export function parseFacts(rubric: Rubric, input: unknown): Facts {
  let schema = schemas.get(rubric)
  if (!schema) {
    schema = factsSchema(rubric)
    schemas.set(rubric, schema)
  }
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (issue?.code === 'unrecognized_keys') {
    const place = issue.path.map(String).join('.')
    throw new FactsError(place, `unknown ${place === '' ? 'fact' : 'criterion'} “${issue.keys.join('”, “')}”`)
  }
  throw new FactsError(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'malformed')
}

/**
 * Why a single judge's mark cannot be given, in Chinese, or null: above the maximum, negative, or not a
 * multiple of the step (RULES.md-c).
 * @throws RubricError when the criterion takes no mark
 */
export function checkMark(rubric: Rubric, criterionId: string, points: number): string | null {
  const found = markedCriteria(rubric).find(({ criterion }) => criterion.id === criterionId)
  const rule = found?.criterion.rule
  if (!rule || rule.kind !== 'marked') throw new RubricError('', `“${criterionId}” takes no mark`)
  if (!(points >= 0 && points <= rule.max)) return `分值须在 0 到 ${rule.max} 之间`
  const step = rule.step ?? 0
  return step > 0 && !Number.isInteger(points / step) ? `分值须为 ${step} 的倍数` : null
}
