// Documents that were issued once are rows of databases. Whatever the code learns, their cards keep their bytes.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../src/shared/records'
import { declaredSettings, parseRubric, type RubricDocument, type Settings } from '../../../src/shared/rubric'
import { parseFacts, score } from '../../../src/shared/scoring'
import { cases } from '../scoring/cases'
import city from './earlier/hunan-2023-city.json'
import county from './earlier/hunan-2023-county.json'
import service from './earlier/service-standard-trial.json'

/** The digest of all cards of the worked cases under every reading, as the release that shipped the version wrote them. */
const issued: readonly (readonly [RubricDocument & { id: string }, string])[] = [
  [city, 'c20c2cdcd83c7de4e9097d8244f1f46d7b78d03a08d2bd024856103b51824383'],
  [county, 'e69c474cf6f30c3ba57698f3792c0c49d191986a6750ac86630860df951ec85f'],
  [service, '3b38273d5e1105002291a348d4d70b966d06842804a2b47e41af554923974a2f'],
]

/** The document's own readings, and each other value of a setting alone. */
function everyReading(document: RubricDocument): Settings[] {
  const others = Object.entries(declaredSettings(document)).flatMap(([name, { values }]) =>
    values.map(({ value }) => ({ [name]: value })),
  )
  return [{}, ...others]
}

test.each(issued.map(([document, digest]) => [document.id, document, digest] as const))(
  '%s: an earlier version gives the cards that it gave',
  (id, document, digest) => {
    const facts = cases.filter((each) => each.rubric === id).map((each) => each.facts)
    const cards = everyReading(document).flatMap((settings) => {
      const rubric = parseRubric(document, settings)
      return facts.map((each) => canonicalJson(score(rubric, parseFacts(rubric, each))))
    })
    expect(createHash('sha256').update(cards.join('\n')).digest('hex')).toBe(digest)
  },
)
