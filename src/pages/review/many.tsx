/** Approving several records at once: only those without flags, at their preset 家次, and each with its own result. */
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import BottomBar from '../../components/bottom-bar'
import { count } from '../../components/figures'
import Notice from '../../components/notice'
import { failureOf } from '../../components/page-frame'
import Sheet from '../../components/sheet'
import { call } from '../../phone'
import { summariseApproval, type ReviewedRecord } from '../../shared/contract'
import { limits, titleOf } from '../../shared/records'
import { summaryLines } from './summary'

/**
 * May be approved unopened: it waits, it is not the caller's, nothing about it deserves a second look, and of an
 * activity it is known who was there (a batch never approves 0 家次).
 */
export function isPlain({ state, ownRecord, flags, payload, presetAttendances }: ReviewedRecord): boolean {
  const isEmpty = payload.kind === 'activity' && presetAttendances === 0
  return state === 'submitted' && !ownRecord && flags.length === 0 && !isEmpty
}

type Props = {
  plain: readonly ReviewedRecord[]
  chosen: ReadonlySet<string>
  onChoose: (ids: ReadonlySet<string>) => void
  onDone: () => void
}

export default function Many({ plain, chosen, onChoose, onDone }: Props) {
  const [busy, setBusy] = useState(false)
  /** What is chosen stands on the screen before it is approved. */
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string[]>([])
  const some = plain.filter(({ id }) => chosen.has(id)).slice(0, limits.batch)

  const approve = async () => {
    setAsking(false)
    setBusy(true)
    try {
      const records = some.map(({ id, revision }) => ({ id, revision }))
      const { results } = await call('review', 'approveMany', { records, expected: summariseApproval(some) })
      const refused = results.filter(({ approved }) => !approved)
      const titles = new Map(some.map(({ id, payload }) => [id, titleOf(payload)]))
      setSaid([
        `已通过 ${count(results.length - refused.length, '条')}`,
        ...refused.map(({ id, message }) => `${titles.get(id) ?? ''}:${message ?? ''}`),
      ])
      onChoose(new Set())
      onDone()
    } catch (thrown) {
      // Some may have been approved before it failed, or before the answer was lost.
      setSaid([failureOf(thrown).text, '可能已通过一部分,请核对后再试。'])
      onDone()
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      {said.length > 0 && (
        <Notice tone={said.length > 1 ? 'amber' : 'jade'}>
          {said.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </Notice>
      )}
      <BottomBar below="按预设的核定家次通过；需要留意的、没有企业登记的、本人提交的不能多选">
        <Button
          block
          size="large"
          disabled={busy}
          onClick={() => onChoose(new Set(plain.slice(0, limits.batch).map(({ id }) => id)))}
        >
          全选 {Math.min(plain.length, limits.batch)} 条
        </Button>
        <Button
          block
          size="large"
          type="primary"
          loading={busy}
          disabled={busy || some.length === 0}
          onClick={() => setAsking(true)}
        >
          通过 {count(some.length, '条')}
        </Button>
      </BottomBar>
      <Sheet
        title={`将通过 ${count(some.length, '条')}`}
        visible={asking}
        onClose={() => setAsking(false)}
        action="确认通过"
        busy={busy}
        onAction={() => void approve()}
      >
        {summaryLines(some).map((line) => (
          <View key={line} className="review-summary">
            {line}
          </View>
        ))}
      </Sheet>
    </>
  )
}
