/**
 * What a result is made from: its rubric and the month tallies of its platform and counties, as one digest. Whether
 * a result is up to date is told by comparing digests, never clocks: two runs may well have the same.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Trx } from '../database'
import type { Basis } from './basis'
import type { StoredRubric } from './rubrics'

/**
 * The digest of each basis by its platform, of the tallies as they are stored now. Ask for it before reading them: a
 * tally that changes in between makes the result look out of date, never up to date.
 */
export async function madeFrom(
  database: Database | Trx,
  bases: readonly Basis[],
): Promise<Map<string, string>> {
  const stated = new Map<StoredRubric, Map<string, string>>()
  for (const rubric of new Set(bases.map((basis) => basis.rubric))) {
    const under = bases.filter((basis) => basis.rubric === rubric)
    const platformIds = under.flatMap(({ platform, counties }) => [platform, ...counties].map(({ id }) => id))
    const months = [...new Set(under.flatMap((basis) => basis.months))]
    // A tally made again from the same version is another one where a duty of the month has fallen due since.
    const { rows } = await sql<{ platformId: string; tallies: string }>`
      select platform_id as "platformId", md5(string_agg(
        concat_ws('/', month, made_from_version, extract(epoch from computed_at)), ',' order by month
      )) as tallies
      from month_tallies
      where platform_id = any(${[...new Set(platformIds)]}::text[]) and month = any(${months}::text[])
        and rubric_id = ${rubric.id} and rubric_version = ${rubric.version}
      group by platform_id`.execute(database)
    stated.set(rubric, new Map(rows.map(({ platformId, tallies }) => [platformId, tallies])))
  }
  return new Map(
    bases.map(({ platform, counties, rubric }) => {
      const of = [platform, ...counties].map(({ id }) => [id, stated.get(rubric)?.get(id) ?? null])
      const text = JSON.stringify([rubric.id, rubric.version, rubric.digest, of])
      return [platform.id, createHash('sha256').update(text, 'utf8').digest('hex')]
    }),
  )
}
