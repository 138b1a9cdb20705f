// The rubrics that ship with the product. Adding a province or a year is adding a document here.
import { ownEntry } from '../own'
import { RubricError } from './error'
import { parseRubric } from './parse'
import city from './rubrics/hunan-2023-city.json'
import county from './rubrics/hunan-2023-county.json'
import service from './rubrics/service-standard-trial.json'
import type { Rubric, RubricDocument } from './schema'
import type { Settings } from './settings'

const documents: Readonly<Record<string, RubricDocument>> = {
  [city.id]: city,
  [county.id]: county,
  [service.id]: service,
}
const parsed = new Map<string, Rubric>()

export const rubricIds: readonly string[] = Object.keys(documents)

/** A shipped document, before its settings are chosen. @throws RubricError for an unknown id. */
export function rubricDocument(id: string): RubricDocument {
  const document = ownEntry(documents, id)
  if (!document) throw new RubricError('', `unknown rubric “${id}” (known: ${rubricIds.join(', ')})`)
  return document
}

/** A shipped rubric; parsed once for each choice of settings. @throws RubricError for an unknown id, setting or value. */
export function rubricById(id: string, settings: Settings = {}): Rubric {
  const key = JSON.stringify([id, Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))])
  const known = parsed.get(key)
  if (known) return known
  const rubric = parseRubric(rubricDocument(id), settings)
  parsed.set(key, rubric)
  return rubric
}
