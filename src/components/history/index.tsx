/** What happened to a record, newest first: who, when, what, why, and the fields that changed. */
import { View } from '@tarojs/components'
import { changeText, momentText, stepText } from '../../format'
import { now } from '../../phone'
import { shanghaiDate } from '../../shared/calendar'
import type { HistoryEntry } from '../../shared/contract'
import type { RecordKind } from '../../shared/records'
import './index.scss'

type Props = { kind: RecordKind; entries: readonly HistoryEntry[] }

export default function History({ kind, entries }: Props) {
  const thisYear = shanghaiDate(now()).slice(0, 4)
  return (
    <View className="history">
      {[...entries]
        .sort((a, b) => b.at.localeCompare(a.at))
        .map((entry) => (
          <View key={`${entry.at} ${entry.action} ${entry.revision}`} className="history-entry">
            <View className="history-step">{stepText(entry)}</View>
            <View className="history-note">
              {momentText(entry.at, thisYear)} · {entry.by}
            </View>
            {entry.reason !== null && entry.reason !== '' && (
              <View className="history-reason">原因:{entry.reason}</View>
            )}
            {entry.changes.map((change) => (
              <View key={change.field} className="history-change">
                {changeText(change, kind, thisYear)}
              </View>
            ))}
          </View>
        ))}
    </View>
  )
}
