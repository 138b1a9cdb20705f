// The result of scoring: what each node is worth, why, and what the whole is worth. Plain and JSON-serialisable.
import type { ReadValue } from './facts'

/** `open`: a fact is unknown. `not-scorable`: the facts are there, but a person must decide (division by zero). */
export type Status = 'counted' | 'open' | 'not-scorable'

export interface CardNode {
  readonly id: string
  readonly title: string
  /** Null unless something below it is counted. */
  readonly points: number | null
  readonly max: number
  readonly status: Status
  /** Its weighted part of the total; the parts of all criteria add up to the total. */
  readonly share: number
  readonly section: string
  /** The group that it belongs to, if any. */
  readonly group: string | null
  /** True for a group, whose points are its criteria's. */
  readonly isGroup: boolean
  /** What it read; unknown facts are absent. A mark stands under the criterion's own id. */
  readonly facts: Readonly<Record<string, ReadValue>>
  /** The unknown facts that keep it open. */
  readonly missing: readonly string[]
  readonly why: string
  /** Document, table and row; empty for a group. */
  readonly clause: string
  /** The rule in the product's own words; empty for a group. */
  readonly rule: string
  /** The named band reached, for a rule with named bands. */
  readonly label: string | null
}

export interface CardSection {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly points: number
  readonly max: number
  readonly weight: number
  readonly weighted: number
  /** Open and not-scorable criteria below it. */
  readonly open: readonly string[]
}

export interface CardWarning {
  readonly criterion: string
  readonly text: string
}

export interface Card {
  readonly rubric: string
  readonly version: string
  readonly settings: Readonly<Record<string, string>>
  /** Groups and criteria in the order of the document, a group before its criteria. */
  readonly nodes: readonly CardNode[]
  readonly sections: readonly CardSection[]
  /** A whole number of 1e-8 point; open and not-scorable criteria count as 0. */
  readonly total: number
  readonly max: number
  /** False for a check list whose total means nothing. */
  readonly showTotal: boolean
  /** Open and not-scorable criteria. */
  readonly open: readonly string[]
  /** Null where no lines are drawn, or while a criterion is open and no veto decides. */
  readonly grade: string | null
  readonly gradeWhy: string
  readonly warnings: readonly CardWarning[]
}

/** The node of an id, or undefined. */
export function nodeOf(card: Card, id: string): CardNode | undefined {
  return card.nodes.find((node) => node.id === id)
}
