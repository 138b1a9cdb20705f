/** What a rubric calls itself and its facts, without reading the whole of it: for files, which compute nothing. */
import { z } from 'zod'
import { ownEntry } from '../../../src/shared/own'
import type { Database, Trx } from '../database'

export type FactWords = {
  name: string
  title: string
  /** Empty for what is no quantity. */
  unit: string
  /** Made from what platforms did; what somebody states or marks is no work, nor is a duty that was missed. */
  isWork: boolean
}
export type RubricWords = {
  title: string
  /** What the annex calls its table; the title where it names none. */
  table: string
  /** Days, both included. */
  period: { from: string; to: string }
  facts: FactWords[]
}

/** A unit may hang on a setting of the rubric. */
const unitSchema = z.union([
  z.string(),
  z.object({ choose: z.string(), of: z.record(z.string(), z.string()) }),
])
const documentSchema = z.object({
  title: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  source: z.object({ table: z.string().default('') }).default({ table: '' }),
  settings: z.record(z.string(), z.object({ chosen: z.string() })).default({}),
  facts: z.record(
    z.string(),
    z.object({
      title: z.string(),
      unit: unitSchema.default(''),
      from: z.array(z.object({ record: z.string() })),
    }),
  ),
})

const noWork: ReadonlySet<string> = new Set(['statement', 'mark', 'obligation'])

/** Throws when the rubric is missing: a result always has one. */
export async function rubricWordsOf(
  database: Database | Trx,
  id: string,
  version: string,
): Promise<RubricWords> {
  const row = await database
    .selectFrom('rubrics')
    .select('document')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const { title, period, source, settings, facts } = documentSchema.parse(row.document)
  const chosen = (unit: z.infer<typeof unitSchema>) =>
    typeof unit === 'string' ? unit : (ownEntry(unit.of, ownEntry(settings, unit.choose)?.chosen ?? '') ?? '')
  return {
    title,
    table: /《(.+)》/.exec(source.table)?.[1] ?? title,
    period,
    facts: Object.entries(facts).map(([name, fact]) => ({
      name,
      title: fact.title,
      unit: chosen(fact.unit),
      isWork: fact.from.some(({ record }) => !noWork.has(record)),
    })),
  }
}
