// What every rule kind compiles to, and what it is given to do so.
import type { Points } from '../points'
import type { Slots, Values } from '../slots'

export interface CompiledRule {
  /** The facts that must be known before it is run. */
  readonly slots: readonly number[]
  /** The most that it can give, in millionths of a point; Infinity when nothing bounds it. */
  readonly most: number
  /** Points in millionths; `null` = cannot be scored (division by zero, RULES.md G10). All slots must be known. */
  readonly run: (values: Values) => Points | null
  /** Why it gives that. */
  readonly explain: (values: Values) => Explanation
  /** For the progress of one fact: the quantity reached and the quantity that gives full marks. */
  readonly progress?: (values: Values) => Progress | null
}

export interface Explanation {
  /** One Chinese sentence of arithmetic. */
  readonly why: string
  readonly warnings?: readonly string[]
  /** The name of the band reached, where the rule has named bands. */
  readonly label?: string | null
}

export interface Progress {
  readonly reached: number
  readonly goal: number
  readonly unit: string
}

export interface RuleContext {
  readonly slots: Slots
  /** Where the rule stands, for errors. */
  readonly path: string
  /** The criterion that a mark without a fact of its own belongs to. */
  readonly criterion: string
}
