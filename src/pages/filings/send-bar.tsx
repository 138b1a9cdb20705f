/** The bar that files a form: why it is corrected, once that is asked for, and what filing now means. */
import Taro from '@tarojs/taro'
import { Button, Input } from '@nutui/nutui-react-taro'
import { useState, type ReactNode } from 'react'
import BottomBar from '../../components/bottom-bar'
import FieldRow from '../../components/field-row'
import Notice from '../../components/notice'
import { orReload } from '../../components/meanwhile'
import { failureOf, type FrameFailure } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import type { FilingStatus } from '../../shared/contract'
import { isBlank, limits } from '../../shared/records'
import { goBack } from './go'

type Props = {
  status: FilingStatus
  above?: ReactNode
  disabled: boolean
  /** What is still open: it is told before filing, and does not hold it up. */
  warning?: string
  send: (how: { replaces: number; reason: string }) => Promise<FilingStatus>
  failure: FrameFailure | null
  /** Who has filed meanwhile. */
  told: string | null
  /** Reads what stands there now. */
  reload: () => Promise<void>
  onFailure: (failure: FrameFailure | null) => void
  onDone: () => void
}

export default function SendBar({
  status,
  above,
  disabled,
  warning,
  send,
  failure,
  told,
  reload,
  onFailure,
  onDone,
}: Props) {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const overdue = status.daysLeft < 0
  const corrects = status.version > 0 && overdue
  const file = async () => {
    if (warning !== undefined && !(await filesAnyway(warning))) return
    setBusy(true)
    onFailure(null)
    try {
      await orReload(send({ replaces: status.version, reason: reason.trim() }), reload)
      onDone()
      void Taro.showToast({ title: '已报送', icon: 'success' })
      await goBack()
    } catch (thrown) {
      onFailure(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {corrects && (
        <SectionCard>
          <FieldRow label="更正原因" required stacked>
            <Input
              className="filings-input"
              value={reason}
              maxLength={limits.reasonLength}
              placeholder="截止后更正请写明原因"
              onChange={setReason}
            />
          </FieldRow>
        </SectionCard>
      )}
      {failure && <Notice tone="red">{textOf(failure, told)}</Notice>}
      <BottomBar above={above} below={below(status)}>
        <Button
          block
          size="large"
          type="primary"
          loading={busy}
          disabled={disabled || busy || (corrects && isBlank(reason))}
          onClick={() => void file()}
        >
          {status.version === 0 ? '报送' : '更正报送'}
        </Button>
      </BottomBar>
    </>
  )
}

function textOf({ code, fields, text }: FrameFailure, told: string | null): string {
  if (code === 'REVISION_CONFLICT' && told !== null) return told
  return fields ? '有内容需要修改,请看上面标红的地方。' : text
}

async function filesAnyway(warning: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: '还有没填的内容',
    content: `${warning}。要现在报送吗?`,
    confirmText: '仍要报送',
    cancelText: '回去补上',
    confirmColor: '#0b7a63',
  })
  return confirm
}

function below({ daysLeft, version, state }: FilingStatus): string {
  if (state === 'refused') return '填写内容已存在手机里,更正后重新报送'
  if (daysLeft >= 0) return '填写内容已存在手机里,截止前可以随时更正'
  return version === 0 ? '已过截止时间,现在报送会记为晚报' : '已过截止时间,更正不改变原报送时间'
}
