// From a document to a checked rubric.
import { checkRubric } from './checks'
import { pathText, RubricError } from './error'
import { rubricSchema, type Rubric } from './schema'
import { chosenSettings, substitute, type Settings } from './settings'

/**
 * A checked rubric from a document, with its settings in place.
 * @param settings overrides of the values that the document chooses
 * @throws RubricError naming the place of the first fault, or the unknown setting or value
 */
export function parseRubric(document: unknown, settings: Settings = {}): Rubric {
  const chosen = chosenSettings(document, settings)
  const parsed = rubricSchema.safeParse(substitute(document, chosen))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new RubricError(pathText(issue?.path ?? []), issue?.message ?? 'malformed')
  }
  checkRubric(parsed.data, document)
  return { ...parsed.data, chosen }
}
