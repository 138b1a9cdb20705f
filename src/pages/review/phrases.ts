/** Reasons that reviewers write most often, and the number that they approve. */
import { count } from '../../components/figures'

export const returnPhrases = [
  '照片看不清或与活动不符',
  '缺少参与企业名单',
  '参与家次与确认数相差较大,请说明',
  '活动未在后台发布',
  '时间或地点不对',
  '与另一条记录重复',
]

/** The entered 家次 as a number, or what is wrong with it. Empty is an error: nothing is approved by accident. */
export function approvedNumber(text: string, most: number): { value: number } | { error: string } {
  const trimmed = text.trim()
  if (!/^\d+$/.test(trimmed)) return { error: '请填写整数' }
  const value = Number(trimmed)
  return value > most ? { error: `最多 ${count(most, '家次')}` } : { value }
}
