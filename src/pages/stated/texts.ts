/** Values and entries in words. Pure. */
import { grouped, momentText, shortPoints } from '../../components/figures'
import { judgingBodyTitles, type JudgingBody } from '../../shared/records'
import type { StatedEntry, StatedItem, StatedRow, Tier } from '../../shared/contract'

/** 1,200 家 · 是 · 7.5 分 */
export function valueText(
  { kind, unit }: Pick<StatedItem, 'kind' | 'unit'>,
  value: number | boolean,
): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (kind === 'mark') return `${shortPoints(value)} 分`
  return unit === '' ? grouped(value) : `${grouped(value)} ${unit}`
}

/** Who entered what counts, and when; of marks how many judges. */
export function latestText({ entries }: StatedRow): string {
  const counting = entries.filter(({ inForce }) => inForce)
  const [newest] = counting
  if (!newest) return ''
  const by = counting.length > 1 ? `${counting.length} 位评定,最近 ` : ''
  return `${by}${judgeText(newest)} ${momentText(newest.at)}`
}

/** Who judges, by name, or who entered it. */
export const judgeText = ({ judge, by }: Pick<StatedEntry, 'judge' | 'by'>) => judge ?? by

/** The judges whom a rubric names (省工信厅、省平台); the provincial platform does not judge itself (D33). */
export function judgesFor(judge: string | null, tier: Tier): string[] {
  const named = (judge ?? '').split(/[\u3001,\uFF0C]/).filter((each) => each !== '')
  return tier === 'province' ? named.filter((each) => !each.includes('省平台')) : named
}

/** For which body a judge of this name is likely to speak; null = the name does not tell. */
export function bodyOf(judge: string): JudgingBody | null {
  if (judge.includes('平台')) return 'platform'
  return judge.includes('工信') ? 'department' : null
}

/** The bodies to choose from; above the provincial platform there is none. */
export const bodiesFor = (tier: Tier): { value: JudgingBody | 'none'; title: string }[] => [
  { value: 'department', title: judgingBodyTitles.department },
  ...(tier === 'province' ? [] : [{ value: 'platform' as const, title: judgingBodyTitles.platform }]),
  { value: 'none', title: '不注明' },
]

/** For which body a mark is sent: as chosen, and until then as the name tells, as far as it may be chosen. */
export function bodyFor(chosen: JudgingBody | 'none' | null, judge: string, tier: Tier): JudgingBody | null {
  const body = chosen ?? bodyOf(judge)
  return body === 'none' || !bodiesFor(tier).some(({ value }) => value === body) ? null : body
}

/** How the marks of several judges combine. */
export const combinedTexts: Record<NonNullable<StatedItem['marks']>, string> = {
  mean: '几位评定人的平均',
  lower: '几位评定人中最低的',
  department: '有工信部门评定的以其为准',
}

/** 6月20日 10:00 · 工信部门 · 统计局年末数 · 王处长录入 · 已被后来的替换 */
export function entryNote({ at, reason, judge, body, by, takenBack, inForce }: StatedEntry): string {
  const entered = judge === null || judge === by ? [] : [`${by}录入`]
  const taken = takenBack && `${momentText(takenBack.at)} ${takenBack.by}收回:${takenBack.reason}`
  const ended = taken ?? (inForce ? null : '已被后来的替换')
  const spoken = body === null ? [] : [judgingBodyTitles[body]]
  return [momentText(at), ...spoken, reason, ...entered, ...(ended === null ? [] : [ended])].join(' · ')
}
