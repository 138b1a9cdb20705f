/** An objection with its answer: who, when, what it says, and what became of it. */
import { View } from '@tarojs/components'
import { periodTitle } from '../../shared/calendar'
import type { Objection } from '../../shared/contract'
import { momentText } from '../figures'
import ListRow from '../list-row'
import Tag from '../tag'
import './index.scss'

type Props = { objection: Objection; onTap?: () => void }

export default function ObjectionRow({ objection, onTap }: Props) {
  const { platform, period, by, at, text, answer } = objection
  return (
    <ListRow
      title={platform.name}
      note={
        <>
          <View>
            {periodTitle(period)} · {by} {momentText(at)}
          </View>
          <View className="objection-row-words">{text}</View>
          {answer && (
            <View className="objection-row-words">
              答复({answer.by} {momentText(answer.at)}):{answer.text}
            </View>
          )}
        </>
      }
      value={
        answer ? (
          <Tag tone={answer.upheld ? 'jade' : 'grey'}>{answer.upheld ? '采纳' : '不采纳'}</Tag>
        ) : (
          <Tag tone="amber">待答复</Tag>
        )
      }
      onTap={onTap}
    />
  )
}
