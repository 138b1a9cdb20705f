/** Statements and marks as they are stored: every one that was ever made. */
import type { StatedItem, Tier } from '../../src/shared/contract'
import type { JudgingBody } from '../../src/shared/records'
import type { Trx } from '../backend'

export type StoredEntry = {
  platformId: string
  id: string
  value: unknown
  reason: string
  personId: string
  by: string
  at: Date
  /** Of a mark: who judges, by name. */
  judge: string | null
  /** For which of the two bodies that judge together. */
  body: JudgingBody | null
  takenBack: { by: string; at: Date; reason: string } | null
}

/** What makes two marks one judge's. */
export const judgeOf = ({ judge, personId }: StoredEntry) => judge ?? personId

type Wanted = { tier: Tier; year: string; kind: StatedItem['kind']; name: string }

/** The entries of one quantity or criterion in a class and year, the newest first. */
export function readEntries(trx: Trx, wanted: Wanted): Promise<StoredEntry[]> {
  return wanted.kind === 'mark' ? readMarks(trx, wanted) : readStatements(trx, wanted)
}

async function readStatements(trx: Trx, { tier, year, name }: Wanted): Promise<StoredEntry[]> {
  const rows = await trx
    .selectFrom('statements')
    .innerJoin('platforms', 'platforms.id', 'statements.platform_id')
    .innerJoin('people', 'people.id', 'statements.stated_by')
    .select(['platform_id as platformId', 'statements.id', 'value', 'source as reason'])
    .select(['stated_by as personId', 'people.name as by', 'stated_at as at'])
    .where('platforms.tier', '=', tier)
    .where('year', '=', year)
    .where('statements.name', '=', name)
    .orderBy('stated_at', 'desc')
    .orderBy('statements.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, judge: null, body: null, takenBack: null }))
}

async function readMarks(trx: Trx, { tier, year, name }: Wanted): Promise<StoredEntry[]> {
  const rows = await trx
    .selectFrom('marks')
    .innerJoin('platforms', 'platforms.id', 'marks.platform_id')
    .innerJoin('people', 'people.id', 'marks.judge_id')
    .leftJoin('mark_withdrawals as taken', (join) =>
      join.onRef('taken.platform_id', '=', 'marks.platform_id').onRef('taken.mark_id', '=', 'marks.id'),
    )
    .leftJoin('people as taker', 'taker.id', 'taken.withdrawn_by')
    .select([
      'marks.platform_id as platformId',
      'marks.id',
      'points as value',
      'marks.reason',
      'judge',
      'body',
    ])
    .select(['taker.name as takenBy', 'taken.withdrawn_at as takenAt', 'taken.reason as takenFor'])
    .select(['judge_id as personId', 'people.name as by', 'marked_at as at'])
    .where('platforms.tier', '=', tier)
    .where('year', '=', year)
    .where('criterion', '=', name)
    .orderBy('marked_at', 'desc')
    .orderBy('marks.id', 'desc')
    .execute()
  return rows.map(({ takenBy, takenAt, takenFor, ...row }) => ({
    ...row,
    takenBack: takenAt && { by: takenBy ?? '', at: takenAt, reason: takenFor ?? '' },
  }))
}

/** For how many platforms of a class something was entered, by kind and name. */
export async function countEntered(
  trx: Trx,
  tier: Tier,
  year: string,
): Promise<(kind: StatedItem['kind'], name: string) => number> {
  const statements = await trx
    .selectFrom('statements')
    .innerJoin('platforms', 'platforms.id', 'statements.platform_id')
    .select('statements.name')
    .select((eb) => eb.fn.count<number>('platform_id').distinct().as('count'))
    .where('platforms.tier', '=', tier)
    .where('year', '=', year)
    .groupBy('statements.name')
    .execute()
  const marks = await trx
    .selectFrom('marks')
    .innerJoin('platforms', 'platforms.id', 'marks.platform_id')
    .leftJoin('mark_withdrawals as taken', (join) =>
      join.onRef('taken.platform_id', '=', 'marks.platform_id').onRef('taken.mark_id', '=', 'marks.id'),
    )
    .where('taken.mark_id', 'is', null)
    .select('criterion as name')
    .select((eb) => eb.fn.count<number>('marks.platform_id').distinct().as('count'))
    .where('platforms.tier', '=', tier)
    .where('year', '=', year)
    .groupBy('criterion')
    .execute()
  const rows = { quantity: statements, mark: marks }
  return (kind, wanted) => rows[kind].find(({ name }) => name === wanted)?.count ?? 0
}
