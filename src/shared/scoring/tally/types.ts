// A tally: what the records of some days amount to, fact by fact. A commutative monoid: the order of records
// does not matter, and the tally of a year is the merge of its months.
import { z } from 'zod'
import { judgingBodies, toldLine, toldList, toldRecord, toldTime } from '../../records'

const safe = z.int()
/** Stories and enterprises of a year. */
const MANY = 100_000

/** A statement or mark that a later one replaces; `at` decides, then the id, then the value. */
const dated = { at: toldTime, id: toldLine }
export const statedSchema = z.strictObject({ ...dated, value: z.union([z.number(), z.boolean()]) })
export type Stated = z.infer<typeof statedSchema>
export const judgedSchema = z.strictObject({
  ...dated,
  points: z.number(),
  body: z.enum(judgingBodies).optional(),
})
export type Judged = z.infer<typeof judgedSchema>

/** The latest decision on a criterion. */
export const decidedSchema = z.strictObject({
  ...dated,
  value: z.union([z.number(), z.enum(['not-applicable', 'none'])]),
  reason: toldLine,
  document: toldLine,
})
export type LatestDecision = z.infer<typeof decidedSchema>

export const factTallySchema = z.union([
  /** A count or a sum, in millionths. */
  z.strictObject({ sum: safe }),
  /** Demands that arose, and those of them that met the clause. */
  z.strictObject({ all: safe, met: safe }),
  /** The kinds of each story (or item). */
  z.strictObject({ kinds: toldRecord(toldList(toldLine, MANY), MANY) }),
  z.strictObject({ distinct: toldList(toldLine, MANY) }),
  z.strictObject({ latest: statedSchema }),
  /** Criterion → judge → latest mark. */
  z.strictObject({ marks: toldRecord(toldRecord(judgedSchema)) }),
  /** Criterion → latest decision. */
  z.strictObject({ decisions: toldRecord(decidedSchema) }),
])
export type FactTally = z.infer<typeof factTallySchema>

export const tallySchema = z.strictObject({ facts: toldRecord(factTallySchema) })
/** JSON-serialisable with sorted keys: equal tallies have equal bytes. A fact without records is absent. */
export type Tally = z.infer<typeof tallySchema>

export const emptyTally: Tally = { facts: {} }
