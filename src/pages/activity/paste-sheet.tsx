/** 粘贴名单: names and codes of many enterprises, one a line; each line is checked, the good ones can be entered. */
import { View } from '@tarojs/components'
import { TextArea } from '@nutui/nutui-react-taro'
import { useMemo, useState } from 'react'
import type { NewEntry } from '../../phone'
import { enterprisesInList } from '../../components/enterprise-fields'
import { count } from '../../components/figures'
import Sheet from '../../components/sheet'
import { limits } from '../../shared/records'
import type { TypingProps } from './typing'

type Props = TypingProps & {
  /** Names that this phone knows, by credit code. */
  names: ReadonlyMap<string, string>
  onClose: () => void
  /** Says why they were not kept; null when they were. */
  onEnter: (entries: NewEntry[]) => string | null
}

export default function PasteSheet({ typing, onType, names, onClose, onEnter }: Props) {
  const { list: text } = typing
  const [entered, setEntered] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const lines = useMemo(() => enterprisesInList(text, (code) => names.get(code) ?? null), [text, names])
  const good = lines.flatMap(({ enterprise }) => (enterprise ? [enterprise] : []))
  const wrong = lines.filter(({ enterprise }) => enterprise === null)

  const enter = () => {
    const hindered = onEnter(good.map((enterprise) => ({ enterprise, source: 'staff-entry' })))
    setFailure(hindered)
    if (hindered !== null) return
    // What is still to be put right stays.
    onType({ list: wrong.map((line) => line.text).join('\n') })
    setEntered(wrong.length === 0 ? 0 : good.length)
    if (wrong.length === 0) onClose()
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
        maxLength={limits.textLength}
        onChange={(list) => onType({ list })}
      />
      {lines.length > 0 && (
        <View className="activity-list-sum">
          {entered > 0 && `已记下 ${count(entered, '家')}。`}
          {count(good.length, '家')}可以登记{wrong.length > 0 && `,${wrong.length} 行要改`}
        </View>
      )}
      {failure !== null && <View className="activity-failure">{failure}</View>}
      {wrong.map(({ number, text: line, fault }) => (
        <View key={number} className="activity-list-line">
          <View className="activity-list-quoted">
            第 {number} 行:{line}
          </View>
          <View className="activity-failure">{fault}</View>
        </View>
      ))}
    </Sheet>
  )
}
