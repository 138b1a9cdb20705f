// A rubric issued again for another year: the same clauses, another period, and the readings then chosen.
import { rubricDocument } from './library'
import { parseRubric } from './parse'
import { checkReadings } from './readings'
import type { RubricDocument } from './schema'
import { declaredSettings, type Settings } from './settings'

/**
 * A shipped document for the calendar year `2026`, version `2023.4+2026` and the settings that differ from it.
 * @throws RubricError for an unknown rubric, setting or value.
 */
export function carryOver(id: string, year: string, settings: Settings = {}): RubricDocument {
  const shipped = rubricDocument(id)
  checkReadings(shipped)
  const { version } = parseRubric(shipped, settings)
  const declared = declaredSettings(shipped)
  const changed = Object.entries(settings).filter(([name, value]) => declared[name]?.chosen !== value)
  return {
    ...shipped,
    version: [`${version}+${year}`, ...changed.map(([name, value]) => `${name}=${value}`).sort()].join(' '),
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    settings: Object.fromEntries(
      Object.entries(declared).map(([name, setting]) => [
        name,
        { ...setting, chosen: settings[name] ?? setting.chosen },
      ]),
    ),
  }
}
