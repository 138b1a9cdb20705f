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
/** A reading that the province decides, as it stands in the document. */
export type SettingWords = { title: string; chosen: string; why: string }

export type RubricWords = {
  title: string
  /** What the annex calls its table; the title where it names none. */
  table: string
  /** Days, both included. */
  period: { from: string; to: string }
  facts: FactWords[]
  settings: SettingWords[]
}

/** What may hang on a setting of the rubric. */
const choiceOf = <Value>(value: z.ZodType<Value>) =>
  z.object({ choose: z.string(), of: z.record(z.string(), value) })
const sources = z.array(z.object({ record: z.string() }))
const documentSchema = z.object({
  title: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  source: z.object({ table: z.string().default('') }).default({ table: '' }),
  settings: z
    .record(
      z.string(),
      z.object({
        title: z.string(),
        chosen: z.string(),
        why: z.string(),
        values: z.array(z.object({ value: z.string(), title: z.string() })),
      }),
    )
    .default({}),
  facts: z.record(
    z.string(),
    z.object({
      title: z.string(),
      unit: z.union([z.string(), choiceOf(z.string())]).default(''),
      from: z.union([sources, choiceOf(sources)]),
    }),
  ),
})

const noWork: ReadonlySet<string> = new Set(['statement', 'mark', 'decision', 'obligation'])

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
  const chosen = <Value>({ choose, of }: { choose: string; of: Record<string, Value> }) =>
    ownEntry(of, ownEntry(settings, choose)?.chosen ?? '')
  return {
    title,
    table: /《(.+)》/.exec(source.table)?.[1] ?? title,
    period,
    settings: Object.values(settings).map(({ title: settingTitle, chosen: value, why, values }) => ({
      title: settingTitle,
      chosen: values.find((each) => each.value === value)?.title ?? value,
      why,
    })),
    facts: Object.entries(facts).map(([name, { title: factTitle, unit, from }]) => ({
      name,
      title: factTitle,
      unit: typeof unit === 'string' ? unit : (chosen(unit) ?? ''),
      isWork: (Array.isArray(from) ? from : (chosen(from) ?? [])).some(({ record }) => !noWork.has(record)),
    })),
  }
}
