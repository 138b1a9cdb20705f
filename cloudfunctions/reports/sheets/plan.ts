/** What a sheet of an Excel file says, apart from how the library wants to hear it. */

/** Numbers stay numbers, so that a file can be reckoned with; null leaves the cell empty. */
export type Cell = string | number | null

export type Column = {
  title: string
  /** Characters. */
  width: number
  align?: 'left' | 'center' | 'right'
  /** How Excel shows its numbers, such as `0.00`. */
  format?: string
}

/** Cells of the body, first and last included, that are one. */
export type Merge = { fromRow: number; toRow: number; fromColumn: number; toColumn: number }

export type SheetPlan = {
  /** Of the tab: at most 31 characters, none of `[]:*?/\`. */
  name: string
  title: string
  /** Lines between title and table. */
  notes: readonly string[]
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  merges?: readonly Merge[]
  /** Lines below the table. */
  footnotes?: readonly string[]
  /** Rows of the body that are sums. */
  sums?: readonly number[]
  /** Buttons to filter by, for lists of many rows. */
  filter?: boolean
}

/** Points: exact in the cell, two decimals on the screen (RULES.md G6). */
export const POINTS = '0.00'
