/** 登记企业: staff enter an enterprise that could not scan. Its id is made once, so that a repeat is recognised. */
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call, newId } from '../../phone'
import EnterpriseFields from '../../components/enterprise-fields'
import { failureOf, type FrameFailure } from '../../components/page-frame'
import Sheet from '../../components/sheet'
import { enterpriseSchema } from '../../shared/records'

type Props = { activityId: string; visible: boolean; onClose: () => void; onEntered: () => void }
const nobody = { name: '', creditCode: '' }

export default function EnterSheet({ activityId, visible, onClose, onEntered }: Props) {
  const [entered, setEntered] = useState(nobody)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FrameFailure | null>(null)
  const id = useRef<string | null>(null)
  const valid = enterpriseSchema.safeParse(entered)

  const enter = async () => {
    if (!valid.success) return
    setBusy(true)
    setFailure(null)
    id.current ??= newId()
    try {
      const at = new Date().toISOString()
      const entry = { id: id.current, enterprise: valid.data, source: 'staff-entry' as const, at }
      await call('confirm', 'enter', { activityId, entries: [entry] })
      id.current = null
      setEntered(nobody)
      onEntered()
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Sheet
      title="登记企业"
      visible={visible}
      onClose={onClose}
      action="登记"
      busy={busy}
      disabled={!valid.success}
      onAction={() => void enter()}
    >
      <View className="activity-quiet">
        替不能扫码的企业登记,来源记为“手工录入”,与扫码确认分开统计。登记需要网络。
      </View>
      <EnterpriseFields value={entered} onChange={setEntered} nameOf={nameOf} errors={failure?.fields} />
      {failure && (
        <View className="activity-failure">
          {failure.code === 'OFFLINE' ? `${failure.title}。刚才填的还在,联网后再按“登记”。` : failure.text}
        </View>
      )}
    </Sheet>
  )
}

async function nameOf(creditCode: string): Promise<string | null> {
  return (await call('confirm', 'lookUp', { creditCode })).enterprise?.name ?? null
}
