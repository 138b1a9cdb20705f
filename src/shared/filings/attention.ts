/** When a filing asks for its manager's attention: on the home screen, in messages, and in the count of the list. */
import { isAnnual, type FilingKind } from './kinds'
import type { FilingState } from './life-cycle'

/** Days ahead of the due day on which a reminder begins, and days after it on which it ends. */
const AHEAD = { monthly: 3, annual: 14 }
const AFTER = 7

type Asking = { kind: FilingKind; state: FilingState; daysLeft: number; open: boolean }

/** soon: falls due in a few days; overdue: fell due lately; null: nothing to remind of. */
export function reminderOf({ kind, state, daysLeft, open }: Asking): 'soon' | 'overdue' | null {
  if (state === 'filed' || state === 'approved' || !open) return null
  if (daysLeft < 0) return daysLeft >= -AFTER ? 'overdue' : null
  return daysLeft <= (isAnnual(kind) ? AHEAD.annual : AHEAD.monthly) ? 'soon' : null
}

/** The filings that the home screen names, the most pressing first: sent back, overdue, due soon. */
export function asking<Filing extends Asking>(filings: readonly Filing[]): Filing[] {
  const pressing = (filing: Filing): number =>
    filing.state === 'refused' && filing.open
      ? 0
      : { overdue: 1, soon: 2, none: 3 }[reminderOf(filing) ?? 'none']
  return filings
    .filter((filing) => pressing(filing) < 3)
    .sort((a, b) => pressing(a) - pressing(b) || a.daysLeft - b.daysLeft)
}

/**
 * The filings that are to be made now, for the list to count: sent back, past due however long ago, months that are
 * over, and annual papers from when the home screen names them. An annual paper due months from now is none of them.
 */
export function toFileNow<Filing extends Asking>(filings: readonly Filing[]): Filing[] {
  return filings.filter(
    (filing) =>
      filing.state === 'missing' ||
      filing.state === 'refused' ||
      (filing.state === 'open' && (!isAnnual(filing.kind) || reminderOf(filing) !== null)),
  )
}
