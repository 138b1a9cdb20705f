// Tallies: made from records, merged, stored, and turned into facts.
export { tally } from './tally'
export { mergeTallies, sumTallies } from './merge'
export { emptyTally, tallySchema } from './types'
export type { FactTally, Tally } from './types'
export { factsOf } from './facts-of'
export { explainRecord, recordsOf } from './explain'
export type { ExplainedRecord, Explanation } from './explain'
