/** The publicity (公示) of a published period in words. */
import type { Publication } from '../../shared/contract'
import { dayText } from '../figures'

/** 公示至 7月24日,异议 1 件待答复 · 公示期满,没有待答复的异议 */
export function publicityText({ publicityUntil, openObjections, final }: Publication): string {
  const waiting = openObjections > 0 ? `,异议 ${openObjections} 件待答复` : ''
  return final ? '公示期满,没有待答复的异议' : `公示至 ${dayText(publicityUntil)}${waiting}`
}
