/** Before confirming: which enterprise, and the one button. */
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import {
  confirmations,
  enterpriseName,
  enterprisesLike,
  rememberEnterprises,
  session,
  StorageFull,
  useSuggestions,
} from '../../phone'
import BottomBar from '../../components/bottom-bar'
import EnterpriseFields from '../../components/enterprise-fields'
import { creditCodeText } from '../../components/figures'
import Notice from '../../components/notice'
import PageFrame, { failureOf, type FrameFailure } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import type { ActivityToConfirm, BoundEnterprise, PressedPlace } from '../../shared/contract'
import { enteredEnterpriseSchema } from '../../shared/records'
import PlaceLine from './place'
import Summary from './summary'

/** Enterprises used before that are offered. */
const MOST = 3

type Props = {
  token: string
  /** Null without network: then the press alone is kept. */
  activity: ActivityToConfirm | null
  enterprise: BoundEnterprise | null
  onDone: (at: string) => void
}

export default function Open({ token, activity, enterprise, onDone }: Props) {
  const [changing, setChanging] = useState(false)
  const [entered, setEntered] = useState({ name: '', creditCode: '' })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FrameFailure | null>(null)
  const [place, setPlace] = useState<PressedPlace | null>(null)
  const typing = changing || enterprise === null
  const { enterprises } = useSuggestions()
  const others = enterprises.filter(({ creditCode }) => creditCode !== enterprise?.creditCode)
  const valid = enteredEnterpriseSchema.safeParse(entered)

  const confirm = async () => {
    if (typing && !valid.success) return
    setBusy(true)
    setFailure(null)
    try {
      const own = typing && valid.success ? valid.data : enterprise
      // What was used once is offered the next time.
      if (own) rememberEnterprises([own])
      const title = activity?.title ?? null
      const confirmed = await confirmations.confirm({ token, place, title, enterprise: own, chosen: typing })
      if (confirmed) onDone(confirmed.participation.confirmedAt)
      void session.refresh()
    } catch (thrown) {
      const full = thrown instanceof StorageFull
      setFailure(full ? { ...failureOf(thrown), text: thrown.message } : failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <PageFrame
      bar={
        <BottomBar below="不是本企业的活动?直接关闭即可,不会留下记录">
          <Button
            block
            size="large"
            type="primary"
            loading={busy}
            disabled={busy || (typing && !valid.success)}
            onClick={() => void confirm()}
          >
            {activity ? '确认参加' : '先记下,联网后确认'}
          </Button>
        </BottomBar>
      }
    >
      {activity ? (
        <Summary activity={activity} />
      ) : (
        <Notice tone="amber">
          现在没有网络,还不能看到活动内容。您可以先按下按钮:按下的时间会保存在手机里,联网后自动确认。
        </Notice>
      )}
      <SectionCard title="您代表的企业">
        {typing ? (
          <EnterpriseFields
            value={entered}
            onChange={setEntered}
            nameOf={enterpriseName}
            offered={enterprisesLike(others, entered, MOST)}
            errors={failure?.fields}
          />
        ) : (
          enterprise && (
            <>
              <View className="confirm-enterprise">{enterprise.name}</View>
              <View className="confirm-code">
                {creditCodeText(enterprise.creditCode)} <Tag tone="jade">✓ 校验通过</Tag>
              </View>
            </>
          )
        )}
        {enterprise && (
          <View className="confirm-link" onClick={() => setChanging((now) => !now)} aria-role="button">
            {changing ? `仍用 ${enterprise.name}` : '换一家企业'}
          </View>
        )}
      </SectionCard>
      <SectionCard title="位置">
        <PlaceLine place={place} onChange={setPlace} />
      </SectionCard>
      {failure && <Notice tone="red">{failure.text}</Notice>}
      <Notice>确认后,主办方和审核部门会看到企业名称、统一社会信用代码和确认时间。</Notice>
    </PageFrame>
  )
}
