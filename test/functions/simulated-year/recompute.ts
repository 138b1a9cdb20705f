/**
 * What every result of a period must be, from the raw rows alone: records, filings with their sign-offs,
 * statements, marks. One tally over the whole of the year so far, no tallies of months, nothing of the functions'
 * own way there but the scoring core.
 */
import type { Database } from '../../../cloudfunctions/backend'
import { monthlyContent } from '../../../src/shared/filings'
import {
  canonicalJson,
  countableRecord,
  noEvidence,
  recordPayload,
  toCountable,
  type CountableRecord,
} from '../../../src/shared/records'
import { rubricById } from '../../../src/shared/rubric'
import { factsOf, score, tally } from '../../../src/shared/scoring'
import { isOf, places, type Place } from './province'

export type Expected = {
  platformId: string
  tier: Place['tier']
  facts: string
  increment: string
  card: string
  total: number
}

const rubrics = { city: rubricById('hunan-2023-city'), county: rubricById('hunan-2023-county') }

/** First and last day of a period of 2023. */
export function daysOf(period: string): [first: string, last: string] {
  if (period === '2023') return ['2023-01-01', '2023-12-31']
  const quarter = period.startsWith('2023-Q') ? Number(period.slice(6)) : null
  const [from, to] =
    quarter === null ? [Number(period.slice(5)), Number(period.slice(5))] : [quarter * 3 - 2, quarter * 3]
  const day = (month: number, ofMonth: number) =>
    new Date(Date.UTC(2023, month - 1, ofMonth)).toISOString().slice(0, 10)
  return [day(from, 1), day(to + 1, 0)]
}

const tierOf = new Map(places.map(({ id, tier }) => [id, tier]))

const dayInShanghai = (instant: Date) =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

type Filed = { version: number; filed_at: Date; content: unknown }
type SignedOff = { version: number; decided_at: Date; decision: 'approve' | 'refuse' }

/** The duty to report a month, and the figures of its last approved report. */
function rowsOfMonth(number: number, filed: Filed[], signed: SignedOff[], now: Date): CountableRecord[] {
  const month = `2023-${String(number).padStart(2, '0')}`
  const rows: CountableRecord[] = []
  // The fifth of the next month at midnight in Shanghai.
  const due = new Date(Date.UTC(2023, number, 5, 16))
  const lastInTime = filed.filter(({ filed_at }) => filed_at <= due).at(-1)
  const sentBack = signed.some(
    (each) => each.version === lastInTime?.version && each.decision === 'refuse' && each.decided_at <= due,
  )
  if (due <= now) {
    const date = number === 12 ? '2023-12-31' : due.toISOString().slice(0, 10)
    const late = lastInTime === undefined || sentBack
    rows.push({ id: `duty ${month}`, kind: 'obligation', date, approved: true, late })
  }
  const approved = filed.filter(
    ({ version }) => signed.filter((each) => each.version === version).at(-1)?.decision === 'approve',
  )
  const { figures } = monthlyContent.parse(approved.at(-1)?.content ?? { figures: [], remark: '' })
  const date = daysOf(month)[1]
  for (const { name, value } of figures) {
    rows.push({ id: `figure ${month} ${name}`, kind: 'figure', date, approved: true, name, value })
  }
  return rows
}

/** All rows of each platform that can count, by the platform's id. */
async function rawRows(database: Database, now: Date): Promise<Map<string, CountableRecord[]>> {
  const rows = new Map<string, CountableRecord[]>(places.map(({ id }) => [id, []]))
  const add = (platformId: string, ...more: CountableRecord[]) => rows.get(platformId)?.push(...more)

  const records = await database.selectFrom('records').selectAll().where('state', '=', 'approved').execute()
  const participations = await database.selectFrom('participations').selectAll().execute()
  for (const { platform_id, id, payload, approved_attendances: approvedAttendances, decided_at } of records) {
    // What came in after the approval changes nothing that counts.
    const before = ({ activity_id, received_at }: (typeof participations)[number]) =>
      activity_id === id && decided_at !== null && received_at <= decided_at
    const evidence = { ...noEvidence, participants: participations.filter(before).length }
    const { completeness } = tierOf.get(platform_id) === 'county' ? rubrics.county : rubrics.city
    const decision = { approved: true, approvedAttendances, evidence }
    add(platform_id, toCountable(id, recordPayload.parse(payload), decision, completeness))
  }
  const filings = await database.selectFrom('filings').selectAll().orderBy('version').execute()
  const signOffs = await database.selectFrom('filing_sign_offs').selectAll().orderBy('number').execute()
  for (const { id } of places) {
    for (let number = 1; number <= 12; number += 1) {
      const isIt = (row: { platform_id: string; kind: string; period: string }) =>
        row.platform_id === id && row.kind === 'monthly' && Number(row.period.slice(5)) === number
      const filed = filings.filter(isIt)
      add(id, ...rowsOfMonth(number, filed, signOffs.filter(isIt), now))
    }
  }
  for (const row of await database.selectFrom('statements').selectAll().execute()) {
    const { id, name, value } = row
    const stated = { id, kind: 'statement', date: '2023-01-01', approved: true, name, value }
    add(row.platform_id, countableRecord.parse({ ...stated, at: row.stated_at.toISOString() }))
  }
  for (const row of await database.selectFrom('marks').selectAll().execute()) {
    const { id, criterion, points, judge_id: judge } = row
    const mark = {
      id,
      kind: 'mark',
      date: dayInShanghai(row.marked_at),
      approved: true,
      criterion,
      points,
      judge,
    }
    add(row.platform_id, countableRecord.parse({ ...mark, at: row.marked_at.toISOString() }))
  }
  return rows
}

/** What a city claims of a county's: the enterprises registered in its area (RULES.md D6). */
const claimed = (row: CountableRecord) => row.kind === 'figure' && row.name === 'registrations'

/** Of every platform as the rows are now, `now` being the time of the run. */
export async function recompute(
  database: Database,
  period: string,
  now: Date,
): Promise<Map<string, Expected>> {
  const own = await rawRows(database, now)
  const [first, last] = daysOf(period)
  const expected = places.map((place): Expected => {
    const rubric = place.tier === 'county' ? rubrics.county : rubrics.city
    const counties = places.filter((other) => isOf(other, place))
    const rows = [
      ...(own.get(place.id) ?? []),
      ...counties.flatMap(({ id }) => (own.get(id) ?? []).filter(claimed)),
    ].filter(({ date }) => date <= last)
    const facts = factsOf(rubric, tally(rubric, rows))
    const card = score(rubric, facts)
    const increment = factsOf(
      rubric,
      tally(
        rubric,
        rows.filter(({ date }) => date >= first),
      ),
    )
    return {
      platformId: place.id,
      tier: place.tier,
      facts: canonicalJson(facts),
      increment: canonicalJson(increment),
      card: canonicalJson(card),
      total: card.total,
    }
  })
  return new Map(expected.map((each) => [each.platformId, each]))
}

/** One more than those of the class with a higher total: equals share a rank and the next one is left out. */
export function rankAmong({ tier, total }: Expected, all: readonly Expected[]): number | null {
  if (tier === 'province') return null
  return 1 + all.filter((other) => other.tier === tier && other.total > total).length
}
