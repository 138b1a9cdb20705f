/** A record that the server does not have or cannot be asked about: what this phone has of it. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import type { PhoneRecord } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import CheckList from '../../components/check-list'
import { useTypedChecks } from '../../components/completeness'
import { count } from '../../components/figures'
import Notice from '../../components/notice'
import RecordDetails from '../../components/record-details'
import RecordPhotos from '../../components/record-photos'
import SectionCard from '../../components/section-card'
import StateTag from '../../components/state-tag'
import Tag from '../../components/tag'
import UnsentActions, { closedState } from '../../components/unsent-actions'
import type { StoredRecord } from '../../shared/contract'
import { isEditable, subjectOf, type ActivityPayload } from '../../shared/records'
import Entering from './entering'
import type { TypingProps } from './typing'

type Props = { record: PhoneRecord; typing: TypingProps }

export default function LocalRecord({ record, typing }: Props) {
  const { payload, state, stored } = record
  return (
    <>
      {record.reason !== null && <Notice tone="red">{record.reason}</Notice>}
      {record.unsent && record.reason === null && (
        <Notice>还没有全部上传,保存在这部手机里,联网后自动上传。</Notice>
      )}
      <SectionCard>
        <View className="activity-tags">
          {payload && <Tag>{subjectOf(payload)}</Tag>}
          <StateTag state={state} />
        </View>
        <View className="activity-title">{record.title}</View>
        {payload && <RecordDetails payload={payload} />}
        <UnsentActions record={record} without="change" />
      </SectionCard>
      {payload?.kind === 'activity' && (
        <>
          <SectionCard title="参与企业" extra={count(payload.attendances, '家次')}>
            <View className="activity-quiet">
              {stored
                ? '联网后可以看到企业的确认情况。现在可以先登记到场的企业。'
                : '上传后才能出示活动码。现在可以先登记到场的企业。'}
            </View>
            <Entering
              {...typing}
              activityId={record.id}
              participations={none}
              waitsForActivity={stored === null}
              canEnter={state !== 'withdrawn'}
            />
          </SectionCard>
          <SectionCard title="完整服务活动">
            <Checks activity={payload} stored={stored} />
          </SectionCard>
        </>
      )}
      {payload && (
        <RecordPhotos
          recordId={record.id}
          payload={payload}
          missing={stored?.missingPhotos ?? null}
          stored={stored}
        />
      )}
      {isEditable(state) && closedState(record) === null && (
        <BottomBar>
          <Button
            block
            size="large"
            type="primary"
            onClick={() => void Taro.navigateTo({ url: `/pages/record/index?id=${record.id}` })}
          >
            {state === 'draft' ? '继续填写' : '修改'}
          </Button>
        </BottomBar>
      )}
    </>
  )
}

function Checks({ activity, stored }: { activity: ActivityPayload; stored: StoredRecord | null }) {
  return <CheckList items={useTypedChecks(activity, stored)} />
}

const none: never[] = []
