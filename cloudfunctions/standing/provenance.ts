/** Where rows come from that are no records: the reason of a mark, the source of a statement, the report of a figure. */
import { z } from 'zod'
import { approvedVersion, filedFigure, type FilingHistory } from '../../src/shared/filings'
import type { CountableRecord } from '../../src/shared/records'
import type { Trx } from '../backend'
import { readHistories, type StoredHistory } from '../backend/filings'

export type Provenance = {
  /** Of a mark or statement, as it was given. */
  reason: string | null
  /**
   * Of a report's figure or duty: which report, when the version that counts was filed, and who signed it off when;
   * where none is approved, when the newest was filed. `by` of a mark: who judges.
   */
  month: string | null
  filedAt: Date | null
  by: string | null
  at: Date | null
}

type Row = { platformId: string; record: CountableRecord }

const nothing: Provenance = { reason: null, month: null, filedAt: null, by: null, at: null }
const figuresSchema = z.array(filedFigure)

/** `report/2023-04/registrations` and `duty/2023-04` name the month that they are about. */
const monthOfRow = ({ id }: CountableRecord) => /^[a-z]+\/(\d{4}-\d{2})/.exec(id)?.[1] ?? null

export async function provenanceOf(trx: Trx, rows: readonly Row[]): Promise<(row: Row) => Provenance> {
  const reported = rows.filter(({ record: { kind } }) => kind === 'figure' || kind === 'obligation')
  const reports = await readReports(trx, reported)
  const reasons = await readReasons(trx, rows)
  return ({ platformId, record }) => {
    if (record.kind === 'mark' || record.kind === 'statement') {
      return { ...nothing, ...reasons.get(record.id) }
    }
    if (record.kind === 'decision') {
      const rests = record.document === '' ? '' : `（依据：${record.document}）`
      return { ...nothing, reason: `${record.reason}${rests}` }
    }
    const month = monthOfRow(record)
    const report = month === null ? undefined : reports.get(`${platformId}/${month}`)
    if (!report || (record.kind !== 'figure' && record.kind !== 'obligation')) return nothing
    const { sources, ...rest } = report
    return { ...rest, month, reason: record.kind === 'figure' ? (sources.get(record.name) ?? null) : null }
  }
}

async function readReasons(
  trx: Trx,
  rows: readonly Row[],
): Promise<Map<string, Pick<Provenance, 'reason' | 'by'>>> {
  const idsOf = (kind: CountableRecord['kind']) =>
    rows.flatMap(({ record }) => (record.kind === kind ? [record.id] : []))
  const [marks, statements] = [idsOf('mark'), idsOf('statement')]
  const given =
    marks.length === 0
      ? []
      : await trx
          .selectFrom('marks')
          .select(['id', 'reason', 'judge as by'])
          .where('id', 'in', marks)
          .execute()
  const stated =
    statements.length === 0
      ? []
      : await trx
          .selectFrom('statements')
          .select(['id', 'source as reason'])
          .where('id', 'in', statements)
          .execute()
  const nobody = stated.map((row) => ({ ...row, by: null }))
  return new Map([...given, ...nobody].map(({ id, ...said }) => [id, said]))
}

type Report = Pick<Provenance, 'filedAt' | 'by' | 'at'> & { sources: Map<string, string> }

/** The version of each report that counts, or its newest where none does, by platform and month. */
async function readReports(trx: Trx, rows: readonly Row[]): Promise<Map<string, Report>> {
  const platformIds = [...new Set(rows.map(({ platformId }) => platformId))]
  const months = [...new Set(rows.flatMap(({ record }) => monthOfRow(record) ?? []))]
  if (platformIds.length === 0 || months.length === 0) return new Map()
  const histories = await readHistories(trx, platformIds, months)
  const contents = await trx
    .selectFrom('filings')
    .select(['platform_id as platformId', 'period', 'version', 'content'])
    .where('kind', '=', 'monthly')
    .where('platform_id', 'in', platformIds)
    .where('period', 'in', months)
    .execute()
  const reports = new Map<string, Report>()
  for (const { platformId, period, version, content } of contents) {
    const history = histories({ platformId, kind: 'monthly', period })
    const approved = approvedVersion(lifeOf(history))
    if ((approved ?? history.versions.at(-1)?.version) !== version) continue
    const signed = history.signOffs.filter((each) => each.version === approved).at(-1)
    const { figures } = z.object({ figures: figuresSchema }).parse(content)
    reports.set(`${platformId}/${period}`, {
      filedAt: history.versions.find((each) => each.version === version)?.filedAt ?? null,
      ...{ by: signed?.by ?? null, at: signed?.at ?? null },
      sources: new Map(figures.map(({ name, source }) => [name, source])),
    })
  }
  return reports
}

function lifeOf({ versions, signOffs }: StoredHistory): FilingHistory {
  return {
    versions: versions.map(({ version, filedAt }) => ({ version, filedAt: filedAt.toISOString() })),
    decisions: signOffs.map(({ version, decision, at }) => ({ version, decision, at: at.toISOString() })),
  }
}
