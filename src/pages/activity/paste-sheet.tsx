/** 粘贴名单: names and codes of many enterprises, one a line; each is checked and can be put right before the good ones are entered. */
import { View } from '@tarojs/components'
import { TextArea } from '@nutui/nutui-react-taro'
import { useMemo, useState } from 'react'
import type { NewEntry } from '../../phone'
import { pastedRows } from '../../components/enterprise-fields'
import { count } from '../../components/figures'
import Sheet from '../../components/sheet'
import { limits } from '../../shared/records'
import PastedRowFields from './pasted-row'
import type { TypingProps } from './typing'

type Props = TypingProps & {
  /** Names that this phone knows, by credit code. */
  names: ReadonlyMap<string, string>
  onClose: () => void
  /** Says why they were not kept; null when they were. */
  onEnter: (entries: NewEntry[]) => string | null
}

export default function PasteSheet({ typing, onType, names, onClose, onEnter }: Props) {
  const { list: text, edits } = typing
  const [entered, setEntered] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const { rows, beyond } = useMemo(
    () => pastedRows(text, edits, (code) => names.get(code) ?? null),
    [text, edits, names],
  )
  const good = rows.flatMap(({ enterprise }) => (enterprise ? [enterprise] : []))
  const wrong = rows.filter(({ enterprise }) => enterprise === null)
  // What has no fields is put right in the text above.
  const shown = [...rows.filter((row) => !row.entered), ...rows.filter((row) => row.entered)]
  const isLong = text.length >= limits.pastedLength

  const enter = () => {
    const hindered = onEnter(good.map((enterprise) => ({ enterprise, source: 'staff-entry' })))
    setFailure(hindered)
    if (hindered !== null) return
    // What is still to be put right stays, and what has not been looked at.
    const left = [...wrong.map((line) => line.text), ...beyond]
    onType(left.length === 0 ? { list: '', edits: {} } : { list: left.join('\n') })
    setEntered(left.length === 0 ? 0 : good.length)
    if (left.length === 0) onClose()
  }

  return (
    <Sheet
      title="粘贴名单"
      visible={typing.open === 'list'}
      onClose={onClose}
      action={good.length === 0 ? '登记' : `登记 ${count(good.length, '家')}`}
      disabled={good.length === 0}
      onAction={enter}
    >
      <View className="activity-quiet">
        每行一家:企业名称和统一社会信用代码,先后不限,可以直接从表格里复制。没有网络也能登记。
      </View>
      <TextArea
        className="activity-list-text"
        value={text}
        placeholder="示例科技有限公司 9143 0100 …"
        maxLength={limits.pastedLength}
        onChange={(list) => onType({ list })}
      />
      {rows.length > 0 && (
        <View className="activity-list-sum">
          {entered > 0 && `已记下 ${count(entered, '家')}。`}
          {count(good.length, '家')}可以登记{wrong.length > 0 && `,${wrong.length} 行要改`}
        </View>
      )}
      {beyond.length > 0 && (
        <View className="activity-failure">
          只取前 {limits.pastedLines} 行，还有 {beyond.length} 行没有登记，请分次粘贴
        </View>
      )}
      {isLong && (
        <View className="activity-failure">
          文字太长，只收下前 {limits.pastedLength} 个字，后面的请另外粘贴
        </View>
      )}
      {failure !== null && <View className="activity-failure">{failure}</View>}
      {shown.map((row) => (
        <PastedRowFields
          key={row.number}
          row={row}
          onEdit={(one) => onType({ edits: { ...edits, [row.text]: one } })}
        />
      ))}
    </Sheet>
  )
}
