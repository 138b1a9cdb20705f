/** Entries of this phone that the list of participants does not show yet: 待上传, 失败 with its reason, 已登记. */
import { View } from '@tarojs/components'
import { entries, useStore, type KeptEntry, type ReceivedEntry } from '../../phone'
import { count, creditCodeText } from '../../components/figures'
import ListRow from '../../components/list-row'
import Notice from '../../components/notice'
import Tag from '../../components/tag'
import { sourceTitles } from '../../components/words'

/** Waiting ones in sight; refused ones are all in sight. */
const FEW = 5

type Props = { kept: readonly KeptEntry[]; received: readonly ReceivedEntry[]; waitsForActivity: boolean }

export default function KeptEntries({ kept, received, waitsForActivity }: Props) {
  const { sending, trouble } = useStore(entries.store)
  const refused = kept.filter((entry) => entry.failure !== null)
  const waiting = kept.filter((entry) => entry.failure === null)
  return (
    <View>
      {waiting.length > 0 && (
        <Notice
          tone="amber"
          action={
            waitsForActivity ? undefined : (
              <View className="activity-link" onClick={() => entries.retry()} aria-role="button">
                再试一次
              </View>
            )
          }
        >
          {count(waiting.length, '家')}待上传,已保存在这部手机里。
          {waitsForActivity ? '活动上传后自动登记。' : (trouble ?? '联网后自动登记。')}
        </Notice>
      )}
      {[...refused, ...waiting.slice(0, FEW)].map((entry) => (
        <Kept key={entry.id} entry={entry} isSending={sending.has(entry.id)} />
      ))}
      {received.map(({ entry, participation }) => (
        <ListRow
          key={entry.id}
          title={participation.enterprise.name}
          note={
            participation.id === entry.id
              ? creditCodeText(entry.enterprise.creditCode)
              : `早已${sourceTitles[participation.source]},只算一家`
          }
          value={<Tag tone="jade">已登记</Tag>}
        />
      ))}
    </View>
  )
}

function Kept({ entry, isSending }: { entry: KeptEntry; isSending: boolean }) {
  const { id, enterprise, source, failure } = entry
  const tag = failure ? (
    <Tag tone="red">失败</Tag>
  ) : isSending ? (
    <Tag tone="hatched">上传中</Tag>
  ) : (
    <Tag tone="amber">待上传</Tag>
  )
  return (
    <View>
      <ListRow
        title={enterprise.name}
        note={`${creditCodeText(enterprise.creditCode)} · ${sourceTitles[source]}`}
        value={tag}
      />
      {failure && (
        <View className="activity-entry">
          <View className="activity-failure">{failure.message}</View>
          <View className="activity-entry-actions">
            <View className="activity-link" onClick={() => entries.retry(id)} aria-role="button">
              再试一次
            </View>
            <View className="activity-link" onClick={() => entries.remove(id)} aria-role="button">
              不登记了
            </View>
          </View>
        </View>
      )}
      {!failure && !isSending && (
        <View className="activity-entry-actions">
          <View className="activity-link" onClick={() => entries.remove(id)} aria-role="button">
            删除
          </View>
        </View>
      )}
    </View>
  )
}
