/** What a person can begin to record, as they call it; several are activities that differ in their category. */
import { recordKindNames, recordKinds, type RecordKind } from '../../shared/records'

export type RecordStart = RecordKind | 'matching' | 'visit'

export const recordStarts: readonly { start: RecordStart; title: string; note: string }[] = [
  { start: 'activity', title: '服务活动', note: '培训、政策、创业等' },
  { start: 'matching', title: '贷款对接', note: '银企对接,单独计分' },
  { start: 'visit', title: '走访', note: '走访企业、进园区' },
  ...recordKindNames.flatMap((kind) => {
    const { start } = recordKinds[kind]
    return start ? [{ start: kind, ...start }] : []
  }),
]

/** The start that an address names; an activity where it names none. */
export function recordStartOf(name: string | undefined): RecordStart {
  return recordStarts.find(({ start }) => start === name)?.start ?? 'activity'
}
