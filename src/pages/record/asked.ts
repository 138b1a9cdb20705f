/** Which further fields a form asks for: those that the rubric in force reads, and none before it is known. */
import type { ActivityCategory } from '../../shared/records'
import type { Rubric, Source } from '../../shared/rubric'

type Reading = Pick<Rubric, 'dating' | 'severalCategories' | 'facts'>

export function askedBy(rubric: Reading | null) {
  const honours = rubric?.dating.honours
  const sources = Object.values(rubric?.facts ?? {}).flatMap<Source>(({ from }) => from)
  return {
    alsoCategories: rubric?.severalCategories === 'each',
    validUntil: honours === 'valid',
    forYear: honours === 'named',
    holder: sources.some(
      (source) => source.record === 'honour' && source.where.holder?.includes('recommended'),
    ),
    ledToLoan: sources.some((source) => source.record === 'activity' && source.where.ledToLoan),
    /** The services that the clauses of a category tell apart. */
    topics: (category: ActivityCategory) => [
      ...new Set(
        sources.flatMap((source) =>
          source.record === 'activity' && source.where.category?.includes(category) !== false
            ? (source.where.topic ?? [])
            : [],
        ),
      ),
    ],
  }
}
