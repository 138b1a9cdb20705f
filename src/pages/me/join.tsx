/** Joining a platform by an invitation's code. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button, Input } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { session } from '../../phone'
import FieldRow from '../../components/field-row'
import ListRow from '../../components/list-row'
import { failureOf, type FrameFailure } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import Sheet from '../../components/sheet'
import { isBlank, limits } from '../../shared/records'

type Props = {
  name: string
  /** Nobody yet: what to do first. */ first: boolean
  /** Works for a platform, or over some, already. */ another: boolean
}

export default function Join({ name: known, first, another }: Props) {
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const [name, setName] = useState(known)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FrameFailure | null>(null)

  const join = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await session.join(code.trim(), name.trim())
      setOpen(false)
      setCode('')
      void Taro.showToast({ title: '已加入', icon: 'success' })
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <SectionCard title={first ? '加入平台' : undefined}>
      {first && (
        <>
          <View className="me-quiet me-gap">
            窗口工作人员、平台负责人和审核人,请向平台负责人或省平台要邀请码。
          </View>
          <Button block type="primary" onClick={() => setOpen(true)}>
            输入邀请码
          </Button>
        </>
      )}
      {!first && (
        <ListRow
          title={another ? '用邀请码加入另一个平台' : '用邀请码加入平台'}
          onTap={() => setOpen(true)}
        />
      )}
      <Sheet
        title="加入平台"
        visible={open}
        onClose={() => setOpen(false)}
        action="加入"
        busy={busy}
        disabled={code.trim().length < 4 || isBlank(name)}
        onAction={() => void join()}
      >
        <FieldRow label="邀请码" stacked error={failure?.fields?.code}>
          <Input
            className="me-input"
            value={code}
            placeholder="对方发给您的邀请码"
            maxLength={40}
            onChange={setCode}
          />
        </FieldRow>
        <FieldRow label="您的姓名" stacked error={failure?.fields?.name} hint="审核和经过里会显示">
          <Input
            className="me-input"
            value={name}
            placeholder="真实姓名"
            maxLength={limits.nameLength}
            onChange={setName}
          />
        </FieldRow>
        {failure && <View className="me-failure">{failure.text}</View>}
      </Sheet>
    </SectionCard>
  )
}
