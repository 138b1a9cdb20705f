/** The rows behind one node of a platform's card: what counts, what does not and why, and who decided. */
import { Refusal, standingContract, type RecordBehind } from '../../src/shared/contract'
import { titleOf, type CountableRecord } from '../../src/shared/records'
import { recordsOf, type ExplainedRecord } from '../../src/shared/scoring'
import { action, allow, allows, findPlatform, type Context, type Trx } from '../backend'
import {
  lastDayOf,
  readSaid,
  recordsUnder,
  rowsOfSaid,
  sharedFacts,
  type Basis,
  type PlatformSince,
  type Said,
  type SeenRecord,
} from '../backend/tallies'
import { basisOf } from './basis-of'
import { namesOf } from './names'
import { provenanceOf, type Provenance } from './provenance'
import { titleOfRow } from './titles'

export const behind = action(standingContract.behind, async (context, input) => {
  const { trx, now } = context
  const platform = await findPlatform(trx, input.platformId)
  allow(context, 'standing.behind', { platform })
  if (!platform) throw new Refusal('NOT_FOUND')
  const basis = await basisOf(trx, platform.id, lastDayOf(input.period))
  const material = await readMaterial(trx, basis)
  const rows = explain(basis, material, input.node, now)
  return { rows: await describe(context, basis, material, rows) }
})

type Material = { records: SeenRecord[]; said: Said }

async function readMaterial(trx: Trx, { platform, counties, rubric, months }: Basis): Promise<Material> {
  const platformIds = [platform, ...counties].map(({ id }) => id)
  const states = ['approved', 'submitted', 'returned'] as const
  const records = await recordsUnder(trx, rubric.rubric, platformIds, months, states)
  return { records, said: await readSaid(trx, platformIds) }
}

type Explained = ExplainedRecord & { platformId: string }

/** The rows that the node looks at: the platform's own, and of its counties those for facts that count theirs too. */
function explain(basis: Basis, material: Material, node: string, now: Date): Explained[] {
  const { rubric } = basis.rubric
  const shared = new Set(sharedFacts(rubric))
  const months = new Set(basis.months)
  return [basis.platform, ...basis.counties].flatMap((platform) => {
    const said = rowsOfSaid(rubric, platform, material.said, now).filter((row) =>
      months.has(row.date.slice(0, 7)),
    )
    const records = material.records
      .filter(({ row }) => row.platformId === platform.id)
      // Explained as if approved, so that only what is really amiss is named besides the missing approval.
      .map(({ row, countable }): CountableRecord => ({ ...countable, approved: row.state === 'approved' }))
    return recordsOf(rubric, node, [...records, ...said])
      .filter(({ fact }) => platform.id === basis.platform.id || shared.has(fact))
      .map((explained) => ({ ...explained, platformId: platform.id }))
  })
}

/** One row for each thing: what counts for several facts of the node is told once. */
async function describe(
  context: Context,
  basis: Basis,
  material: Material,
  explained: readonly Explained[],
): Promise<RecordBehind[]> {
  const { trx } = context
  const records = new Map(material.records.map(({ row }) => [row.id, row]))
  const saidBy = new Map(
    [...material.said.marks.values(), ...material.said.statements.values()]
      .flat()
      .map((row) => [row.id, { by: row.by, at: row.at }]),
  )
  const groups = new Map<string, Explained[]>()
  for (const each of explained) {
    const key = `${each.platformId}/${each.record.id}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  const decider = (id: string) => records.get(id)?.decidedBy ?? saidBy.get(id)?.by
  const names = await namesOf(
    trx,
    explained.flatMap(({ record }) => decider(record.id) ?? []),
  )
  const from = await provenanceOf(trx, explained)
  const counties = new Map(basis.counties.map((county) => [county.id, county]))
  const rows = [...groups].flatMap(([key, group]): RecordBehind[] => {
    const [first] = group
    if (!first) return []
    const { record, platformId } = first
    const stored = records.get(record.id)
    const counting = group.filter(({ counts }) => counts)
    const reasons = (counting.length > 0 ? counting : group).map(({ why }) => why)
    const { reason, by, at } = from(first)
    const decidedAt = stored ? stored.decidedAt : (saidBy.get(record.id)?.at ?? at)
    const county = counties.get(platformId)
    return [
      {
        id: stored || !county ? record.id : key,
        recordId: stored ? record.id : null,
        title: stored ? titleOf(stored.payload) : titleOfRow(basis.rubric.rubric, record),
        date: record.date,
        counts: counting.length > 0,
        why: [...new Set(reasons)].join(';'),
        state: stored?.state ?? null,
        decidedBy: by ?? names.get(decider(record.id) ?? '') ?? null,
        decidedAt: decidedAt?.toISOString() ?? null,
        platform: county?.name ?? null,
        reason,
        report: reportOf(context, from(first), county ?? basis.platform),
      },
    ]
  })
  return rows.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1))
}

/** The report that a row is from, and whether the caller may read it. */
function reportOf(
  context: Context,
  { month, filedAt }: Provenance,
  platform: PlatformSince,
): RecordBehind['report'] {
  if (month === null) return null
  const open = allows(context, 'filings.filing', { platform })
  return { platformId: platform.id, month, filedAt: filedAt?.toISOString() ?? null, open }
}
