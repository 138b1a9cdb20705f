/** Where the points of a record come from, in words: 贷款对接活动 +3 分 · 总分 +0.90 分. */
import type { Worth } from '../../phone'
import { gain, shortPoints } from '../../components/figures'

/** Less would read as +0. */
const SHOWN = 0.005

export function criterionText({ criterion }: Pick<Worth, 'criterion'>): string | null {
  return criterion && criterion.points >= SHOWN
    ? `${criterion.title} +${shortPoints(criterion.points)} 分`
    : null
}

/** What it could still bring, and when: 发布并补齐材料后 贷款对接活动 +3 分 · 总分 +0.90 分. */
export function possibleText(when: string, best: Pick<Worth, 'criterion' | 'total'>): string {
  const parts = [criterionText(best), `总分 ${gain(best.total)} 分`].filter((part) => part !== null)
  return `${when} ${parts.join(' · ')}`
}
