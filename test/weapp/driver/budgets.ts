/** What a phone may be asked to draw at once, in bytes of setData. */
import type { SetData } from './types'

/** Of any one message. A page's first one shows that it is reading; its content comes in a later one. */
export const MESSAGE_LIMIT = 64 * 1024
/** Of all messages that follow a tap which moves a progress bar. */
export const TAP_LIMIT = 4 * 1024

/** Messages that are over the budget, as sentences. */
export function overBudget(log: readonly SetData[]): string[] {
  return log
    .filter(({ bytes }) => bytes > MESSAGE_LIMIT)
    .map(
      ({ page, bytes, cause }) =>
        `${page}: a setData of ${bytes} bytes after ${cause}, more than ${MESSAGE_LIMIT}`,
    )
}

export const bytesOf = (log: readonly SetData[]) => log.reduce((sum, { bytes }) => sum + bytes, 0)
