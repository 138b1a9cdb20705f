/** What single records already say of the figures of a month's report, so that nobody reports the same thing twice unseen. */
import { recordedFacts } from '../../src/shared/filings'
import type { Rubric } from '../../src/shared/rubric'
import { factsOf, tally } from '../../src/shared/scoring'
import type { Trx } from '../backend'
import { recordsUnder } from '../backend/tallies'

/** By figure: what the platform's own records of the month add to it once all that wait are approved; 0 without any. */
export async function recordedIn(
  trx: Trx,
  rubric: Rubric,
  platformId: string,
  month: string,
): Promise<(figure: string) => number> {
  const records = await recordsUnder(trx, rubric, [platformId], [month], ['approved', 'submitted'])
  const facts = factsOf(
    rubric,
    tally(
      rubric,
      records.map(({ countable }) => countable),
    ),
  )
  return (figure) =>
    Math.max(
      0,
      ...recordedFacts(rubric, figure).map((fact) => (typeof facts[fact] === 'number' ? facts[fact] : 0)),
    )
}
