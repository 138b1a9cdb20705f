/** What a person can begin to record, as they call it; several are activities that differ in their category. */

export const recordStarts = [
  { start: 'activity', title: '服务活动', note: '培训、政策、创业等' },
  { start: 'matching', title: '贷款对接', note: '银企对接,单独计分' },
  { start: 'visit', title: '走访', note: '走访企业、进园区' },
  { start: 'demand', title: '融资需求', note: '贷款、股权融资' },
  { start: 'transaction', title: '线上交易', note: '省平台上的订单' },
  { start: 'honour', title: '荣誉报道', note: '表彰、案例、媒体' },
] as const

export type RecordStart = (typeof recordStarts)[number]['start']

/** The start that an address names; an activity where it names none. */
export function recordStartOf(name: string | undefined): RecordStart {
  return recordStarts.find(({ start }) => start === name)?.start ?? 'activity'
}
