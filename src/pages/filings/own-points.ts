/** The texts of a self-assessment's form: own points, and a note beside them. Pure. */
import { gain, numberIn } from '../../components/figures'
import type { Output } from '../../shared/contract'
import { toHundredth } from '../../shared/scoring'

type Row = Pick<
  Output<'filings', 'selfAssessment'>['rows'][number],
  'criterion' | 'max' | 'card' | 'own' | 'note'
>

/** Where a note is kept, beside the points under the criterion's own id. */
export const noteKey = (criterion: string) => `note/${criterion}`

/** What was filed, or the card's points to start from, rounded as they are shown. */
export function begun(rows: readonly Row[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ criterion, own, card, note }) => {
      const value = own ?? (card === null ? null : toHundredth(card))
      return [
        [criterion, value === null ? '' : String(value)],
        [noteKey(criterion), note],
      ]
    }),
  )
}

/** Null while the text says no points that may be filed. */
export function ownOf({ max }: Pick<Row, 'max'>, text: string | undefined): number | null {
  const value = numberIn(text)
  return value === null || value > max || Math.round(value * 100) / 100 !== value ? null : value
}

/** Own points that are not the card's, as they are shown: half a hundredth, which rounding makes, is no difference. */
export const differs = (difference: number | null): boolean =>
  difference !== null && gain(difference) !== gain(0)
