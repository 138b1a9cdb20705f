/** A rubric's document. Rubrics are public. */
import { Refusal, standingContract } from '../../src/shared/contract'
import { action } from '../backend'
import { rubricDocumentOf } from '../backend/tallies'

export const rubric = action(standingContract.rubric, async ({ trx }, { id, version }) => {
  const document = await rubricDocumentOf(trx, id, version)
  if (!document) throw new Refusal('NOT_FOUND')
  return { document }
})
