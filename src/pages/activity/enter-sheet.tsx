/** 登记企业: staff enter an enterprise that could not scan, or the name of one whose code they scanned. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { enterpriseName, enterprisesLike, useSuggestions, type NewEntry } from '../../phone'
import EnterpriseFields from '../../components/enterprise-fields'
import Sheet from '../../components/sheet'
import { enteredEnterpriseSchema } from '../../shared/records'
import type { TypingProps } from './typing'

type Props = TypingProps & {
  onClose: () => void
  /** Says why they were not kept; null when they were. */
  onEnter: (entries: NewEntry[]) => string | null
}
const MOST = 3

export default function EnterSheet({ typing, onType, onClose, onEnter }: Props) {
  const { scanned, one: entered } = typing
  const [failure, setFailure] = useState<string | null>(null)
  const { enterprises } = useSuggestions()
  const valid = enteredEnterpriseSchema.safeParse(entered)

  const enter = () => {
    if (!valid.success) return
    // Typed over by another enterprise, it is no longer the one that was scanned.
    const source = valid.data.creditCode === scanned?.creditCode ? 'staff-scan' : 'staff-entry'
    const hindered = onEnter([{ enterprise: valid.data, source }])
    setFailure(hindered)
    if (hindered === null) onClose()
  }
  const close = () => {
    setFailure(null)
    onClose()
  }

  return (
    <Sheet
      title={scanned ? '补上企业名称' : '登记企业'}
      visible={typing.open === 'one'}
      onClose={close}
      action="登记"
      disabled={!valid.success}
      onAction={enter}
    >
      <View className="activity-quiet">
        {scanned
          ? '这个码里只有信用代码。填好名称后登记,来源记为“现场扫码”。'
          : '替不能扫码的企业登记,来源记为“手工录入”,与扫码确认分开统计。没有网络也能登记。'}
      </View>
      <EnterpriseFields
        value={entered}
        offered={scanned ? [] : enterprisesLike(enterprises, entered, MOST)}
        onChange={(one) => onType({ one })}
        nameOf={enterpriseName}
      />
      {failure !== null && <View className="activity-failure">{failure}</View>}
    </Sheet>
  )
}
