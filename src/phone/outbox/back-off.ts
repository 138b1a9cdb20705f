/** Waiting longer after each failure: 1 s, 2 s, 4 s … 5 minutes. */
import type { Timers } from '../transport'

const FIRST_MS = 1_000
const LONGEST_MS = 5 * 60_000

export type BackOff = {
  /** Runs later; a run that was waiting is replaced. */
  later: (run: () => void) => void
  /** The next wait is the first again, and nothing waits. */
  reset: () => void
}

export function makeBackOff(timers: Timers): BackOff {
  let next = FIRST_MS
  let cancel = () => {}
  return {
    later(run) {
      cancel()
      cancel = timers.after(next, run)
      next = Math.min(LONGEST_MS, next * 2)
    },
    reset() {
      cancel()
      cancel = () => {}
      next = FIRST_MS
    },
  }
}
