import { rubricById } from '../../../src/shared/rubric'
import { cases, resultsOf, rubricFor } from './cases'

const others = cases.flatMap((each) =>
  (each.otherReadings ?? []).map((other) => [each.id, other.reading, each, other] as const),
)

describe('the worked cases', () => {
  it.each(cases.map((each) => [each.id, each] as const))('%s', (_id, each) => {
    expect(resultsOf(rubricById(each.rubric), each.facts)).toMatchObject(each.expected)
  })
})

describe('the other readings of their clauses', () => {
  it.each(others)('%s: %s', (_id, _reading, each, other) => {
    expect(resultsOf(rubricFor(each.rubric, other.reading), each.facts)).toMatchObject(other.expected)
  })
})
