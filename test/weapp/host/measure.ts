/** What the app sends from its logic to the screen: every setData with its bytes, by page and by tap. */

export type SetData = {
  page: string
  /** The page, or the custom component that was changed alone. */
  within: string
  bytes: number
  /** Counts from 1 for each opening of a page; 1 is its first setData. */
  turn: number
  /** The latest thing that a person did before it. */
  cause: string
}

export class Measure {
  readonly log: SetData[] = []
  private readonly turns = new Map<string, number>()
  private cause = 'launch'

  pageOpened(page: string): void {
    this.turns.set(page, 0)
  }

  personDid(what: string): void {
    this.cause = what
  }

  record({ page, within, bytes }: Pick<SetData, 'page' | 'within' | 'bytes'>): void {
    const turn = (this.turns.get(page) ?? 0) + 1
    this.turns.set(page, turn)
    this.log.push({ page, within, bytes, turn, cause: this.cause })
  }
}
