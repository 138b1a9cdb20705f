/** Which further fields a form asks for: those that the rubric in force reads, and none before it is known. */
import type { Rubric } from '../../shared/rubric'

type Reading = Pick<Rubric, 'dating' | 'severalCategories' | 'facts'>

export function askedBy(rubric: Reading | null) {
  const honours = rubric?.dating.honours
  return {
    alsoCategories: rubric?.severalCategories === 'each',
    validUntil: honours === 'valid',
    forYear: honours === 'named',
    holder: Object.values(rubric?.facts ?? {}).some(({ from }) =>
      from.some((source) => source.record === 'honour' && source.where.holder?.includes('recommended')),
    ),
  }
}
