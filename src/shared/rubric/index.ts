// The language of rubrics, and the rubrics themselves as data. The only door to this room.
export { RubricError } from './error'
export { parseRubric } from './parse'
export { checkReadings } from './readings'
export { carryOver } from './carry-over'
export { datesByAct, dayOf } from './dating'
export { rubricById, rubricDocument, rubricIds } from './library'
export { rubricId, rubricSchema, rubricVersion } from './schema'
export type { Clause, Criterion, Group, Rubric, RubricDocument, Section } from './schema'
export { declaredSettings, defaultSettings } from './settings'
export type { Setting, Settings } from './settings'
export type { FactDeclaration } from './facts'
export { markReadings } from './sources'
export type { Source } from './sources'
export { compileRule, mayNeedDecision } from './rules'
export type { Rule } from './rules'
export type { CompiledRule, Explanation, Progress } from './rules/types'
export { marksFact } from './rules/marked'
export { compileVeto } from './rules/veto'
export type { CompiledVeto } from './rules/veto'
export { Slots } from './slots'
export type { Slot, Values } from './slots'
export { kindsByWorth } from './kinds'
export { criteriaOf, isGroup, markedCriteria } from './tree'
export type { PlacedCriterion } from './tree'
export { plain, pointsText } from './numbers'
export {
  dividedBy,
  minus,
  plus,
  roundedToHundredth,
  times,
  toPoints,
  toUnits,
  unit,
  wholeUnits,
} from './points'
export type { Points } from './points'
