// The worked cases of the clauses, and how each other reading of a clause is reached: by a setting, or by an
// edited document. Never by code.
import { z } from 'zod'
import { parseRubric, rubricById, type Rubric } from '../../../src/shared/rubric'
import { parseFacts, score } from '../../../src/shared/scoring'
import { edited, placeOf } from '../rubric/edited'
import json from './cases.json'

const expectedSchema = z.record(z.string(), z.union([z.number(), z.string(), z.null()]))
const casesSchema = z.array(
  z.strictObject({
    id: z.string(),
    rubric: z.string(),
    facts: z.record(z.string(), z.unknown()),
    expected: expectedSchema,
    why: z.string(),
    otherReadings: z.array(z.strictObject({ reading: z.string(), expected: expectedSchema })).optional(),
  }),
)
export const cases = casesSchema.parse(json)
export type Case = (typeof cases)[number]
export type Expected = z.infer<typeof expectedSchema>

/** The reading in the words of the cases → the setting that chooses it. */
const settingsByReading: readonly (readonly [RegExp, string, string])[] = [
  [/ceil|partial hundred counts$/, 'partialUnits', 'ceil'],
  [/proportional/, 'partialUnits', 'linear'],
  [/each count must reach/, 'combinedCounts', 'each'],
  [/only participation/, 'combinedCounts', 'participation'],
  [/strictly all three/, 'demandPublishing', 'strict'],
  [/two halves/, 'demandPublishing', 'halves'],
  [/20 points are replaced/, 'satisfactionAt70', 'replaced'],
  [/70% itself already earns 30/, 'satisfactionAt70', 'early'],
  [/growth from zero/, 'growthFromZero', 'any'],
  [/tiers exclude/, 'frequencyTiers', 'exclusive'],
]

/** The setting that a reading is reached by, if one does. */
export function settingFor(reading: string): Record<string, string> | undefined {
  const found = settingsByReading.find(([words]) => words.test(reading))
  return found && { [found[1]]: found[2] }
}

/** The rubric under another reading. */
export function rubricFor(id: string, reading: string): Rubric {
  if (/rounded up/.test(reading)) {
    return parseRubric(edited(id, [...placeOf(id, 'daily/enterprises'), 'rule', 'rule', 'round'], 'up'))
  }
  if (reading === 'no floor') {
    return parseRubric(edited(id, [...placeOf(id, 'loan/reporting'), 'rule', 'floor'], false))
  }
  const setting = settingFor(reading)
  if (!setting) throw new Error(`no way to the reading “${reading}”`)
  return rubricById(id, setting)
}

/** What a card says, under the names of the cases. */
export function resultsOf(rubric: Rubric, facts: unknown): Record<string, number | string | null> {
  const card = score(rubric, parseFacts(rubric, facts))
  return Object.fromEntries([
    ...card.nodes.map((node) => [node.id, node.points] as const),
    ...card.sections.map((section) => [`section/${section.id}`, section.points] as const),
    ...card.sections.map((section) => [`contribution/${section.id}`, section.weighted] as const),
    ['total', card.total],
    ['grade', card.grade],
  ])
}
