/** A row on its way into a table, by the names of its columns. */

export type Row = Record<string, unknown>
/** All rows of a table have the same columns. */
export type TableRows = { table: string; rows: Row[] }
