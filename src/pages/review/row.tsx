/** One record of the queue: what it is, how many flags it has, and whether it is overdue. */
import { View } from '@tarojs/components'
import { described } from '../../components/described'
import { dayText } from '../../components/figures'
import ListRow from '../../components/list-row'
import StateTag from '../../components/state-tag'
import Tag from '../../components/tag'
import { now } from '../../phone'
import { shanghaiDate } from '../../shared/calendar'
import type { ReviewedRecord } from '../../shared/contract'
import { subjectOf, titleOf } from '../../shared/records'
import { isPlain } from './many'

type Props = {
  row: ReviewedRecord
  /** Null while nothing is chosen from the list. */
  chosen: boolean | null
  onTap: () => void
}

export default function Row({ row, chosen, onTap }: Props) {
  const choosable = chosen === null || isPlain(row)
  return (
    <ListRow
      title={titleOf(row.payload)}
      note={`${dayText(row.date, shanghaiDate(now()).slice(0, 4))} · ${subjectOf(row.payload)} · ${row.platformName}`}
      lead={
        chosen === null ? undefined : (
          <View className="review-box" {...described(titleOf(row.payload), 'checkbox')} aria-checked={chosen}>
            {chosen ? '☑' : choosable ? '☐' : ''}
          </View>
        )
      }
      value={
        <View className="review-tags-row">
          {row.overdue ? <Tag tone="amber">已超期</Tag> : <StateTag state={row.state} />}
          {row.flags.length > 0 && <Tag tone="amber">{row.flags.length} 处留意</Tag>}
          {row.ownRecord && <Tag>本人提交</Tag>}
        </View>
      }
      onTap={choosable ? onTap : undefined}
    />
  )
}
