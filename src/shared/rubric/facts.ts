// How a rubric declares a fact: what it is called, what values it takes, and which records it is made from.
import { z } from 'zod'
import { sourceSchema } from './sources'

const common = {
  title: z.string().min(1),
  unit: z.string().default(''),
  /** Said by the document, shown beside the fact: what counts and on whose word. */
  note: z.string().optional(),
  /** Whose records make it: the platform's own, or those of its counties too. */
  scope: z.enum(['own', 'with-counties']).default('own'),
  from: z.array(sourceSchema).default([]),
  /** What it is when no record speaks of it. */
  none: z.enum(['zero', 'unknown']).default('unknown'),
}
/** The next step in words, `{n}` for the number; only facts with one appear in advice. */
const advice = z.string().min(1).optional()

const count = z.strictObject({
  type: z.literal('count'),
  ...common,
  advice,
  default: z.int().min(0).nullable().optional(),
})

/** `null` is a value of a fact whose default is null: it says that the thing does not exist. */
const amount = z.strictObject({
  type: z.literal('amount'),
  ...common,
  advice,
  min: z.number().default(0),
  max: z.number().max(1_000_000_000).default(1_000_000_000),
  default: z.number().nullable().optional(),
})
const flag = z.strictObject({ type: z.literal('flag'), ...common, advice, default: z.boolean().optional() })
/** Kinds in order of worth: of one story that has several kinds, the first counts. */
const list = z.strictObject({
  type: z.literal('list'),
  ...common,
  kinds: z.record(z.string(), z.strictObject({ title: z.string().min(1), advice })),
})
/** Points of named judges, one for each criterion of kind `marked` that names no fact. */
const marks = z.strictObject({ type: z.literal('marks'), ...common })

/** What a person decided of criteria that cannot be computed (G10); read by scoring itself, by no rule. */
const decisions = z.strictObject({ type: z.literal('decisions'), ...common })

export const factSchema = z.discriminatedUnion('type', [count, amount, flag, list, marks, decisions])
export type FactDeclaration = z.infer<typeof factSchema>
