/** Which records a file is about. */
import { sql, type RawBuilder } from 'kysely'

export type Chosen = {
  /** Those dated in these months (`2023-04`), */
  months: readonly string[]
  /** and these, whenever they are dated. */
  ids?: readonly string[]
}

/** A condition on the table `records`. */
export function isChosen({ months, ids = [] }: Chosen): RawBuilder<boolean> {
  const inMonths = sql<boolean>`records.month = any(${[...months]}::text[])`
  return ids.length === 0 ? inMonths : sql<boolean>`(${inMonths} or records.id = any(${[...ids]}::uuid[]))`
}
