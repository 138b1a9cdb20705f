/** One record before the reviewer: declared and confirmed numbers, evidence, completeness, versions, and the decision. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, useAsk } from '../../phone'
import CheckList from '../../components/check-list'
import { useStoredChecks } from '../../components/completeness'
import History from '../../components/history'
import Notice from '../../components/notice'
import PageFrame, { failureOf, frameOf } from '../../components/page-frame'
import ReasonSheet from '../../components/reason-sheet'
import RecordDetails from '../../components/record-details'
import RecordPhotos from '../../components/record-photos'
import SectionCard from '../../components/section-card'
import StateTag from '../../components/state-tag'
import Tag from '../../components/tag'
import type { ReviewedRecord } from '../../shared/contract'
import { stateAfter, subjectOf, titleOf } from '../../shared/records'
import Decision from './decision'
import Flags from './flags'
import Numbers from './numbers'
import { returnPhrases } from './phrases'
import { nextAfter } from './walk'

export default function One({ id }: { id: string }) {
  const asked = useAsk('review', 'get', { id })
  return (
    <PageFrame {...frameOf(asked)}>
      {asked.data && <Opened record={asked.data} onStale={() => void asked.reload()} />}
    </PageFrame>
  )
}

function Opened({ record, onStale }: { record: ReviewedRecord; onStale: () => void }) {
  const [returning, setReturning] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const { payload } = record
  const checks = useStoredChecks(record)
  const history = useAsk('review', 'history', { id: record.id, undone: true })

  const decide = async (step: () => Promise<unknown>, done: string) => {
    setBusy(true)
    setError('')
    try {
      await step()
      void Taro.showToast({ title: done, icon: 'none' })
      await goOn(id)
    } catch (thrown) {
      const failure = failureOf(thrown)
      setError(failure.text)
      if (failure.code === 'REVISION_CONFLICT' || failure.code === 'STATE_NOT_POSSIBLE') onStale()
    } finally {
      setBusy(false)
    }
  }
  const { id, revision } = record

  return (
    <>
      {record.overdue && <Notice tone="amber">提交已超过 5 个工作日,请尽快审核。</Notice>}
      {record.ownRecord && <Notice tone="amber">这是您自己提交过的记录,请由另一位审核人决定。</Notice>}
      <SectionCard>
        <View className="review-tags">
          <Tag>{subjectOf(payload)}</Tag>
          <StateTag state={record.state} />
        </View>
        <View className="review-title">{titleOf(payload)}</View>
        <View className="review-quiet">
          {record.platformName} · 第 {record.revision} 版
        </View>
        <RecordDetails payload={payload} />
      </SectionCard>
      <Flags flags={record.flags} />
      {payload.kind === 'activity' && (
        <>
          <Numbers declared={payload.attendances} record={record} />
          <SectionCard title="完整服务活动">
            <CheckList items={checks ?? []} />
          </SectionCard>
        </>
      )}
      <RecordPhotos recordId={record.id} payload={payload} missing={record.missingPhotos} stored={record} />
      {history.data && (
        <SectionCard title="经过">
          <History kind={payload.kind} entries={history.data.entries} />
        </SectionCard>
      )}
      {error !== '' && <Notice tone="red">{error}</Notice>}
      {stateAfter(record.state, 'return') !== null && (
        <Decision
          key={revision}
          record={record}
          busy={busy}
          onApprove={(approvedAttendances, reason) =>
            void decide(
              () => call('review', 'approve', { id, revision, approvedAttendances, reason }),
              '已通过',
            )
          }
          onReturn={() => setReturning(true)}
          left={nextAfter(id)?.left ?? 0}
          onSkip={() => void goOn(id)}
        />
      )}
      <ReasonSheet
        title="退回修改"
        action="退回"
        hint={
          record.state === 'approved'
            ? '这条记录已通过。退回后不再计分,平台修改后需重新审核。'
            : '平台会看到原因,修改后可再次提交。'
        }
        phrases={returnPhrases}
        visible={returning}
        busy={busy}
        error={error}
        onClose={() => setReturning(false)}
        onSend={(reason) => void decide(() => call('review', 'return', { id, revision, reason }), '已退回')}
      />
    </>
  )
}

/** The next record of the list follows by itself; after the last one the list. */
async function goOn(id: string): Promise<void> {
  const next = nextAfter(id)
  if (next) await Taro.redirectTo({ url: `/pages/review/index?id=${next.id}` })
  else await Taro.navigateBack().catch(() => Taro.redirectTo({ url: '/pages/review/index' }))
}
