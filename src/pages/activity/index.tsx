/** One record: its states and history, who took part, the activity's code, and what can still be done with it. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useEffect, useRef, useState } from 'react'
import { call, useAsk, useRecord, useSession, type PhoneRecord } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import { attendancesText, count, participantsText } from '../../format'
import History from '../../components/history'
import CheckList from '../../components/check-list'
import { useStoredChecks } from '../../components/completeness'
import Notice from '../../components/notice'
import PageFrame, { frameOf } from '../../components/page-frame'
import { useParams } from '../../components/params'
import ReasonSheet, { useReason } from '../../components/reason-sheet'
import RecordDetails from '../../components/record-details'
import RecordPhotos from '../../components/record-photos'
import SectionCard from '../../components/section-card'
import StateTag from '../../components/state-tag'
import Tag from '../../components/tag'
import UnsentActions from '../../components/unsent-actions'
import type { StoredRecord } from '../../shared/contract'
import { stateTitles, subjectOf, titleOf } from '../../shared/records'
import CodeScreen from './code-screen'
import Entering from './entering'
import LocalRecord from './local-record'
import Participants from '../../components/participants'
import { possibleWith } from './permissions'
import { useTyping, type TypingProps } from './typing'
import './index.scss'

type Open = 'nothing' | 'code' | 'withdraw'

export default function Activity() {
  const { id = '' } = useParams()
  const asked = useAsk('records', 'get', id === '' ? null : { id })
  const frame = frameOf(asked)
  const { reload, show } = asked
  useDidShow(() => void show())
  const local = useRecord(id)
  const received = local?.stored?.revision
  const before = useRef(received)
  // What was still going up has arrived: the server is asked for it, without leaving the screen.
  useEffect(() => {
    if (before.current === received) return
    before.current = received
    void reload()
  }, [received, reload])
  const typing = useTyping()
  const absent = asked.status === 'failed'
  // With the receipt alone, without another answer, there is a code to show already.
  const stored = asked.data ?? (local?.unsent === false ? local.stored : null)
  return (
    <PageFrame {...frame} failure={absent && local !== null ? null : frame.failure}>
      {stored ? (
        <>
          {local && (local.unsent || local.hasDraft) && <Newer record={local} />}
          <Stored record={stored} typing={typing} onChanged={() => void reload()} />
        </>
      ) : (
        local !== null && <LocalRecord record={local} typing={typing} />
      )}
    </PageFrame>
  )
}

/** What this phone holds beyond what the server has. */
function Newer({ record }: { record: PhoneRecord }) {
  const { unsent, state, reason } = record
  const what = unsent ? `更新的一版(${stateTitles[state]})` : '没保存的修改'
  return (
    <SectionCard title={`这部手机上有${what}`} note="下面是服务器上的内容。">
      {unsent && reason !== null && <View className="activity-failure">{reason}</View>}
      <UnsentActions record={record} without="change" />
    </SectionCard>
  )
}

type StoredProps = { record: StoredRecord; typing: TypingProps; onChanged: () => void }

function Stored({ record, typing, onChanged }: StoredProps) {
  const { me } = useSession()
  const [open, setOpen] = useState<Open>('nothing')
  const { payload } = record
  const isActivity = payload.kind === 'activity'
  const history = useAsk('review', 'history', { id: record.id, undone: true })
  const participants = useAsk('confirm', 'list', isActivity ? { activityId: record.id } : null)
  const checks = useStoredChecks(record)
  const can = possibleWith(record, me)
  const close = () => setOpen('nothing')

  const withdrawing = useReason(async (reason) => {
    await call('records', 'withdraw', { id: record.id, revision: record.revision, reason })
    close()
    onChanged()
    void history.reload()
  })

  return (
    <>
      {record.state === 'returned' && (
        <Notice tone="red">被退回:{record.returnReason ?? '没有写原因'}。修改后可以再次提交。</Notice>
      )}
      <SectionCard>
        <View className="activity-tags">
          <Tag>{subjectOf(payload)}</Tag>
          <StateTag state={record.state} />
        </View>
        <View className="activity-title">{titleOf(payload)}</View>
        <View className="activity-quiet">{record.platformName}</View>
        <RecordDetails payload={payload} />
      </SectionCard>
      {isActivity && (
        <SectionCard
          title="参与企业"
          extra={participants.data ? count(participants.data.participations.length, '家') : undefined}
          note={attendancesText(payload.attendances, record.approvedAttendances)}
        >
          <View className="activity-sources">
            {participantsText(record.participants) || '还没有企业确认。出示活动码,请企业扫码。'}
          </View>
          {can.code && (
            <View className="activity-buttons">
              <Button block type="primary" onClick={() => setOpen('code')}>
                出示活动码
              </Button>
            </View>
          )}
          <Entering
            {...typing}
            activityId={record.id}
            participations={participants.data?.participations ?? none}
            waitsForActivity={false}
            canEnter={can.enter}
            onReceived={() => {
              onChanged()
              void participants.reload()
            }}
          />
          {participants.data && <Participants {...participants.data} />}
        </SectionCard>
      )}
      {checks && (
        <SectionCard title="完整服务活动">
          <CheckList items={checks} />
        </SectionCard>
      )}
      <RecordPhotos recordId={record.id} payload={payload} missing={record.missingPhotos} stored={record} />
      {history.data && (
        <SectionCard title="经过">
          <History kind={payload.kind} entries={history.data.entries} />
        </SectionCard>
      )}
      {(can.edit || can.withdraw || can.review) && (
        <BottomBar>
          {can.withdraw && (
            <Button block size="large" onClick={() => setOpen('withdraw')}>
              撤回
            </Button>
          )}
          {can.edit && (
            <Button
              block
              size="large"
              type="primary"
              onClick={() => go(`/pages/record/index?id=${record.id}`)}
            >
              修改
            </Button>
          )}
          {can.review && (
            <Button
              block
              size="large"
              type="primary"
              onClick={() => go(`/pages/review/index?id=${record.id}`)}
            >
              去审核
            </Button>
          )}
        </BottomBar>
      )}
      {open === 'code' && payload.kind === 'activity' && (
        <CodeScreen
          activityId={record.id}
          activity={{ ...payload, place: payload.place.name, organiser: record.platformName }}
          onClose={() => {
            close()
            onChanged()
            void participants.reload()
          }}
        />
      )}
      <ReasonSheet
        title="撤回这条记录"
        action="撤回"
        hint="撤回后不再参加审核和计分,记录和经过仍然保留。"
        phrases={['重复填报', '活动取消', '填错平台']}
        visible={open === 'withdraw'}
        {...withdrawing}
        onClose={close}
      />
    </>
  )
}

const none: never[] = []

function go(url: string) {
  void Taro.navigateTo({ url })
}
