/** What a phone may be asked to draw at once, in bytes of setData. */
import type { SetData } from './types'

export const FIRST_SET_DATA = 64 * 1024
export const TAP_SET_DATA = 4 * 1024

/** First messages of pages that are over their budget, as sentences. */
export function overBudget(log: readonly SetData[]): string[] {
  return log
    .filter(({ turn, bytes }) => turn === 1 && bytes > FIRST_SET_DATA)
    .map(({ page, bytes }) => `${page}: the first setData has ${bytes} bytes, more than ${FIRST_SET_DATA}`)
}
