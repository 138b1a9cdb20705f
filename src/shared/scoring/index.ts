// Tally, score and advise. The only door to this room.
export { parseFacts, checkMark, FactsError } from './facts'
export type { Decided, Facts, FactValue } from './facts'
export { compileRubric } from './compile'
export type { CompiledRubric } from './compile'
export { score } from './score'
export type { ScoreOptions } from './score'
export type { Cut } from './grade'
export { nodeOf } from './card'
export type { Card, CardNode, CardSection, CardWarning, Status } from './card'
export { branchesOf, cardSchema, readCard } from './stored-card'
export type { Branch } from './stored-card'
export { formatPoints, formatPointsShort, fromFineUnits, toFineUnits, toHundredth } from './format'
export {
  emptyTally,
  explainRecord,
  factsOf,
  mergeTallies,
  recordsOf,
  sumTallies,
  tally,
  tallySchema,
} from './tally'
export type { ExplainedRecord, Explanation, FactTally, Tally } from './tally'
export { advise } from './advise'
export type { Advice } from './advise'
