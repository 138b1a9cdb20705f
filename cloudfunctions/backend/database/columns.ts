/** Columns that are written in another form than they are read in, or left to the database. */
import type { ColumnType } from 'kysely'

export type Json = ColumnType<unknown, string, string>
export type JsonWithDefault = ColumnType<unknown, string | undefined, string>
export type Stamped = ColumnType<Date, Date | undefined, Date>
