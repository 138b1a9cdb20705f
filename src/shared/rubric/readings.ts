// Every reading of a document, not only the one that it chooses.
import { RubricError } from './error'
import { parseRubric } from './parse'
import { declaredSettings } from './settings'

/**
 * Checks a document under each value of each setting, for whoever brings it in: a fault in a branch that is not
 * chosen would show only on the day that it is. Phones and functions, which read what was checked, are spared the time.
 * @throws RubricError naming the place of the first fault, and the reading it is in
 */
export function checkReadings(document: unknown): void {
  parseRubric(document)
  for (const [name, setting] of Object.entries(declaredSettings(document))) {
    for (const { value } of setting.values) {
      if (value === setting.chosen) continue
      try {
        parseRubric(document, { [name]: value })
      } catch (error) {
        throw error instanceof RubricError
          ? new RubricError('', `${error.message} (with ${name}=${value})`)
          : error
      }
    }
  }
}
