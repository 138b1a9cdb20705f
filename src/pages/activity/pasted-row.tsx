/** A line of a pasted list: name and code in fields, to be put right, or the line as it was pasted; and what is wrong. */
import { View } from '@tarojs/components'
import { Input } from '@nutui/nutui-react-taro'
import type { EnterpriseText, PastedRow } from '../../components/enterprise-fields'
import { limits } from '../../shared/records'

type Props = { row: PastedRow; onEdit: (entered: EnterpriseText) => void }

export default function PastedRowFields({ row: { number, text, entered, fault }, onEdit }: Props) {
  return (
    <View className="activity-list-line">
      {entered ? (
        <>
          <Input
            className="activity-list-input"
            value={entered.name}
            placeholder="企业名称"
            maxLength={Math.max(200, limits.nameLength)}
            onChange={(name) => onEdit({ ...entered, name })}
          />
          <Input
            className="activity-list-input"
            value={entered.creditCode}
            placeholder="统一社会信用代码"
            maxLength={200}
            onChange={(creditCode) => onEdit({ ...entered, creditCode })}
          />
        </>
      ) : (
        <View className="activity-list-quoted">
          第 {number} 行:{text}
        </View>
      )}
      {fault !== '' && <View className="activity-failure">{fault}</View>}
    </View>
  )
}
