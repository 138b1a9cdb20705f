/** What a Word file says, apart from how the library wants to hear it. */

export type TableColumn = {
  title: string
  /** Share of the table's width, in relation to the other columns. */
  width: number
  align?: 'left' | 'center' | 'right'
}

export type Block =
  | { kind: 'title'; text: string }
  /** Centred below the title: of whom, of when, in what state. */
  | { kind: 'subtitle'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'subheading'; text: string }
  /** Each line of it is a paragraph. */
  | { kind: 'text'; text: string }
  /** Small: where figures come from. */
  | { kind: 'note'; text: string }
  | {
      kind: 'table'
      columns: readonly TableColumn[]
      rows: readonly (readonly string[])[]
      /** The last row is a sum. */
      sum?: boolean
    }
  /** At the end, to the right: who and when. */
  | { kind: 'signature'; text: string }
