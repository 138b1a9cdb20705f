/** The due day of monthly reports: entered by the province from a month on, each version kept (D15). */
import type { DueDays } from '../../../src/shared/calendar'
import type { ReportDueDay } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

/** What the calendar asks for, the oldest version first. */
export async function readDueDays(database: Database | Trx): Promise<DueDays> {
  return database
    .selectFrom('report_due_days')
    .select(['from_month as from', 'day'])
    .orderBy('version')
    .execute()
}

/** All versions with who set them and why, the newest first. */
export async function listDueDays(database: Database | Trx): Promise<(ReportDueDay & { setBy: string })[]> {
  const rows = await database
    .selectFrom('report_due_days')
    .innerJoin('people', 'people.id', 'report_due_days.set_by')
    .select(['version', 'from_month as from', 'day', 'reason'])
    .select(['set_by as setBy', 'people.name as by', 'set_at as at'])
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

type NewDueDay = { version: number; from: string; day: number; reason: string; by: string; at: Date }

/** Stores a new version; false if somebody else has stored one of that number meanwhile. */
export async function addDueDay(
  trx: Trx,
  { version, from, day, reason, by, at }: NewDueDay,
): Promise<boolean> {
  const made = await trx
    .insertInto('report_due_days')
    .values({ version, from_month: from, day, reason, set_by: by, set_at: at })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .returning('version')
    .executeTakeFirst()
  return made !== undefined
}
