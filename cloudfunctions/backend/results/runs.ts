/**
 * Runs and how far they are. A call that works on a run holds it, so that two do not do the same; a call that was
 * killed holds it no longer than the platform lets a call live. What a run has done is counted in the transaction
 * that did it: each platform once, however often the run was cut off.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { RunProgress } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

/** The longest that a call lives: the time limit in the function's config.json. */
export const CALL_MS = 60_000

/** A run in the hands of this call. */
export type HeldRun = { id: string; hold: string; startedAt: Date }

function selectRuns(database: Database | Trx) {
  return database
    .selectFrom('runs')
    .leftJoin('people', 'people.id', 'runs.started_by')
    .select(['runs.id', 'period', 'started_at', 'people.name as by', 'platforms', 'done'])
    .select(['months_tallied', 'changed', 'failed', 'held_until', 'finished_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRuns>['execute']>>[number]

function progressOf(row: Row, now: Date): RunProgress {
  const held = row.held_until !== null && row.held_until > now
  return {
    id: row.id,
    period: row.period,
    state: row.finished_at ? 'finished' : held ? 'running' : 'interrupted',
    startedAt: row.started_at.toISOString(),
    by: row.by,
    done: row.done,
    of: row.platforms,
    monthsTallied: row.months_tallied,
    changed: row.changed,
    failed: row.failed,
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

/** The last runs of a period, the newest first. */
export async function listRuns(
  database: Database | Trx,
  period: string,
  now: Date,
  limit = 20,
): Promise<RunProgress[]> {
  const rows = await selectRuns(database)
    .where('period', '=', period)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => progressOf(row, now))
}

/** Of each period its newest run. */
export async function newestRuns(
  database: Database | Trx,
  periods: readonly string[],
  now: Date,
): Promise<Map<string, RunProgress>> {
  if (periods.length === 0) return new Map()
  const rows = await selectRuns(database)
    .distinctOn('period')
    .where('period', 'in', [...periods])
    .orderBy('period')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.period, progressOf(row, now)]))
}

/** Takes up the unfinished run of a period, or begins one; null while another call is at work on it. */
export async function takeRun(
  database: Database,
  begin: { period: string; platforms: number; by: string | null; now: Date },
): Promise<HeldRun | null> {
  const hold = randomUUID()
  const held = { held_by: hold, held_until: new Date(begin.now.getTime() + CALL_MS) }
  const row = await database
    .insertInto('runs')
    .values({
      ...{ id: randomUUID(), period: begin.period, platforms: begin.platforms },
      ...{ started_at: begin.now, started_by: begin.by, ...held },
    })
    .onConflict((conflict) =>
      conflict
        .column('period')
        .where('finished_at', 'is', null)
        .doUpdateSet({ ...held, platforms: begin.platforms })
        .where((eb) => eb.or([eb('runs.held_until', 'is', null), eb('runs.held_until', '<=', begin.now)])),
    )
    .returning(['id', 'started_at as startedAt'])
    .executeTakeFirst()
  return row ? { ...row, hold } : null
}

/** Somebody else has taken up the run, because this call has lived longer than it could: it stops. */
export class RunLost extends Error {
  constructor() {
    super('another call goes on with this run')
  }
}

/** The platforms that a run is through with. */
export async function doneIn(database: Database | Trx, run: HeldRun): Promise<Set<string>> {
  const rows = await database
    .selectFrom('run_platforms')
    .select('platform_id')
    .where('run_id', '=', run.id)
    .execute()
  return new Set(rows.map((row) => row.platform_id))
}

/** Counts what a run has done: platforms that it is through with, or months alone. @throws RunLost */
export async function advanceRun(
  trx: Trx,
  run: HeldRun,
  step: { platformIds?: readonly string[]; monthsTallied?: number; changed?: number; failed?: string[] },
): Promise<void> {
  const { platformIds = [], monthsTallied = 0, changed = 0, failed = [] } = step
  if (platformIds.length > 0) {
    await trx
      .insertInto('run_platforms')
      .values(platformIds.map((platform_id) => ({ run_id: run.id, platform_id })))
      .execute()
  }
  const row = await trx
    .updateTable('runs')
    .set((eb) => ({
      done: eb('done', '+', platformIds.length),
      months_tallied: eb('months_tallied', '+', monthsTallied),
      changed: eb('changed', '+', changed),
      failed: sql<string[]>`failed || ${failed}::text[]`,
    }))
    .where('id', '=', run.id)
    .where('held_by', '=', run.hold)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new RunLost()
}

/** Lets go of a run, for the next call to go on with it. */
export async function releaseRun(database: Database, run: HeldRun): Promise<void> {
  await database
    .updateTable('runs')
    .set({ held_by: null, held_until: null })
    .where('id', '=', run.id)
    .where('held_by', '=', run.hold)
    .execute()
}

/** Ends a run that is through with every platform. @throws RunLost */
export async function finishRun(trx: Trx, run: HeldRun, now: Date): Promise<void> {
  const row = await trx
    .updateTable('runs')
    .set({ held_by: null, held_until: null, finished_at: now })
    .where('id', '=', run.id)
    .where('held_by', '=', run.hold)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new RunLost()
  await trx.deleteFrom('run_platforms').where('run_id', '=', run.id).execute()
}

export async function findRun(database: Database | Trx, id: string, now: Date): Promise<RunProgress> {
  return progressOf(await selectRuns(database).where('runs.id', '=', id).executeTakeFirstOrThrow(), now)
}
