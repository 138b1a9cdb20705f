/** Values and entries in words. Pure. */
import { grouped, momentText, shortPoints } from '../../components/figures'
import type { StatedEntry, StatedItem, StatedRow } from '../../shared/contract'

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
  return `${by}${newest.by} ${momentText(newest.at)}`
}

/** 6月20日 10:00 · 统计局年末数 · 已被后来的替换 */
export function entryNote({ at, reason, inForce }: StatedEntry): string {
  return [momentText(at), reason, ...(inForce ? [] : ['已被后来的替换'])].join(' · ')
}
