/** The clock and the alarm. */
import type { Platform } from './types'

export const timers: Platform['timers'] = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
