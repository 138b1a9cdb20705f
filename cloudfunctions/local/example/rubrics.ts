/** The rubrics in force in the example: the documents of 2023, carried over and marked as such. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../src/shared/records'
import { carryOver, parseRubric } from '../../../src/shared/rubric'

export type ExampleRubric = {
  id: string
  version: string
  tier: 'city' | 'county' | 'service'
  periodFrom: string
  periodTo: string
  document: Record<string, unknown>
  digest: string
}

/** Version `2023.4+2026` = the document 2023.4, as if it had been issued again for 2026. */
export function exampleRubrics(year: string): ExampleRubric[] {
  return ['hunan-2023-city', 'hunan-2023-county'].map((id) => {
    const carried = carryOver(id, year)
    const document = { ...carried, title: `${parseRubric(carried).title} · 示例沿用至 ${year} 年` }
    const { tier, period, version } = parseRubric(document)
    const digest = createHash('sha256').update(canonicalJson(document)).digest('hex')
    return { id, version, tier, periodFrom: period.from, periodTo: period.to, document, digest }
  })
}
