/** Days and times in files, in Asia/Shanghai. Pure. */
import { shanghaiDate, shanghaiTime } from '../../src/shared/calendar'

/** 2023-06-20 10:00 */
export function momentOf(instant: string | Date): string {
  return `${shanghaiDate(instant)} ${shanghaiTime(instant)}`
}

/** 2023年6月20日, as papers are dated. */
export function dayInWords(instant: string | Date): string {
  const [year, month, day] = shanghaiDate(instant).split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
