/** Reasons that reviewers write most often, and how a declared number stands to the confirmed ones. */
import { count } from '../../components/figures'

export const returnPhrases = [
  '照片看不清或与活动不符',
  '缺少参与企业名单',
  '参与家次与确认数相差较大,请说明',
  '活动未在后台发布',
  '时间或地点不对',
  '与另一条记录重复',
]

/** What stands beside the declared number; null when nothing needs a second look. */
export function attendanceWarning(declared: number, confirmed: number): string | null {
  if (declared === 0 || confirmed >= declared) return null
  if (confirmed === 0) return `申报 ${count(declared, '家次')},还没有企业确认`
  if (confirmed * 2 >= declared) return null
  return `申报 ${count(declared, '家次')},确认 ${count(confirmed, '家')},不到一半`
}

/** The entered 家次 as a number, or what is wrong with it. Empty is an error: nothing is approved by accident. */
export function approvedNumber(text: string, most: number): { value: number } | { error: string } {
  const trimmed = text.trim()
  if (!/^\d+$/.test(trimmed)) return { error: '请填写整数' }
  const value = Number(trimmed)
  return value > most ? { error: `最多 ${count(most, '家次')}` } : { value }
}
