// The shape of a rubric once its settings are in place. Cross-checks (sums, ids, facts) are in checks.ts.
import { z } from 'zod'
import { completenessSchema } from '../records'
import { datingSchema } from './dating'
import { factSchema } from './facts'
import { rubricPoints } from './numbers'
import { ruleSchema } from './rules'
import { vetoSchema } from './rules/veto'
import { settingSchema } from './settings'

const id = z.string().regex(/^[a-z][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/, 'not an id such as loan/events')
/** A multiple of 0.01, so that a weighted total is an integer of 1e-8 point. */
const weight = z
  .number()
  .gt(0)
  .max(1)
  .refine((value) => Math.round(value * 100) / 100 === value, 'not a multiple of 0.01')

/** Where a criterion comes from, and what it says in our own words. */
export const clauseSchema = z.strictObject({
  document: z.string().min(1),
  table: z.string().min(1),
  row: z.string().min(1),
  /** A sentence, or its parts, each of which may follow a setting. */
  rule: z
    .union([z.string(), z.array(z.string()).transform((parts) => parts.join(''))])
    .pipe(z.string().min(1)),
  /** The readings chosen, by the codes of RULES.md, such as `H3.2a G2`. */
  reading: z.string().optional(),
})
export type Clause = z.infer<typeof clauseSchema>

const criterionSchema = z.strictObject({
  id,
  title: z.string().min(1),
  max: rubricPoints,
  weight: weight.optional(),
  clause: clauseSchema,
  rule: ruleSchema,
})
export type Criterion = z.infer<typeof criterionSchema>

const groupSchema = z.strictObject({
  id,
  title: z.string().min(1),
  max: rubricPoints,
  weight: weight.optional(),
  criteria: z.array(criterionSchema).min(1),
})
export type Group = z.infer<typeof groupSchema>

const sectionSchema = z.strictObject({
  id,
  title: z.string().min(1),
  short: z.string().min(1),
  max: rubricPoints,
  weight,
  /** Level-2 indicators: a criterion, or a group of criteria. Either all bear a weight of the whole or none does. */
  indicators: z.array(z.union([criterionSchema, groupSchema])).min(1),
})
export type Section = z.infer<typeof sectionSchema>

/** Of a rubric; what is asked for from outside has the same form, so that nothing is stored that cannot be asked for. */
export const rubricId = id.max(60)
/** Such as `2023.3+2026 partialUnits=ceil`: the version, the year and every reading that differs from the document's own. */
export const rubricVersion = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^[!-~]+( [!-~]+)*$/, '版本不对')

export const rubricSchema = z.strictObject({
  id: rubricId,
  version: rubricVersion,
  title: z.string().min(1),
  tier: z.enum(['city', 'county', 'service']),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  source: z.strictObject({
    document: z.string().min(1),
    table: z.string().min(1),
    note: z.string().optional(),
  }),
  facts: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), factSchema),
  sections: z.array(sectionSchema).min(1),
  settings: z.record(z.string(), settingSchema).default({}),
  dating: datingSchema,
  /** What makes an activity complete (G16, D13, D49). */
  completeness: completenessSchema,
  /** An event of several categories counts as the first alone, or as each of them (G9, D8). */
  severalCategories: z.enum(['first', 'each']).default('first'),
  /** What is rounded to the hundredth, half up: nothing, the total before it is graded, or each criterion (G6). */
  rounding: z.enum(['nothing', 'graded-total', 'criteria']).default('nothing'),
  /** Bands of the total, ascending from 0; null where the document draws no lines. */
  grades: z
    .strictObject({
      bands: z.array(z.strictObject({ grade: z.string().min(1), from: rubricPoints })).min(1),
    })
    .nullable(),
  vetoes: z.array(vetoSchema).default([]),
  /** False for a check list whose total means nothing. */
  showTotal: z.boolean().default(true),
})

/** A checked rubric, plain and JSON-serialisable; `chosen` are the values of its settings. */
export type Rubric = z.infer<typeof rubricSchema> & { readonly chosen: Readonly<Record<string, string>> }
/** A rubric as it is written: its settings are known, its choices not yet made. */
export type RubricDocument = Readonly<Record<string, unknown>>
