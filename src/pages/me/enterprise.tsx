/** 我的企业 and its participations; confirmations that wait for an answer. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { confirmations, enterpriseName, rememberEnterprises, session, useStore } from '../../phone'
import EnterpriseFields from '../../components/enterprise-fields'
import { count, creditCodeText, recentText } from '../../components/figures'
import ListRow from '../../components/list-row'
import { failureOf, type FrameFailure } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import Sheet from '../../components/sheet'
import Tag from '../../components/tag'
import type { BoundEnterprise } from '../../shared/contract'
import { enteredEnterpriseSchema } from '../../shared/records'
import EnterpriseCode from './enterprise-code'
import Participations from './participations'
import Standing from './standing'

type Props = {
  enterprise: BoundEnterprise | null
  /** Not told by functions of an earlier release. */
  confirmed: boolean | undefined
}

export default function Enterprise({ enterprise, confirmed }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <SectionCard title="我的企业">
        {enterprise ? (
          <>
            <ListRow
              title={enterprise.name}
              note={creditCodeText(enterprise.creditCode)}
              value="更换"
              onTap={() => setOpen(true)}
            />
            <EnterpriseCode enterprise={enterprise} confirmed={confirmed !== false} />
            <Standing enterprise={enterprise} confirmed={confirmed} />
          </>
        ) : (
          <>
            <View className="me-quiet me-gap">
              代表企业参加活动时需要。在现场扫码时也可以填写,只需填一次。
            </View>
            <Button block type="primary" fill="outline" onClick={() => setOpen(true)}>
              填写企业
            </Button>
          </>
        )}
        <Bind visible={open} onClose={() => setOpen(false)} />
      </SectionCard>
      <Waiting />
      {enterprise && <Participations key={enterprise.creditCode} />}
    </>
  )
}

function Bind({ visible, onClose }: { visible: boolean; onClose: () => void }) {
  const [entered, setEntered] = useState({ name: '', creditCode: '' })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FrameFailure | null>(null)
  const valid = enteredEnterpriseSchema.safeParse(entered)
  const bind = async () => {
    if (!valid.success) return
    setBusy(true)
    setFailure(null)
    try {
      await session.bindEnterprise(valid.data)
      rememberEnterprises([valid.data])
      onClose()
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet
      title="我的企业"
      visible={visible}
      onClose={onClose}
      action="保存"
      busy={busy}
      disabled={!valid.success}
      onAction={() => void bind()}
    >
      <EnterpriseFields
        value={entered}
        onChange={setEntered}
        nameOf={enterpriseName}
        errors={failure?.fields}
      />
      <View className="me-quiet me-gap">更换后只用于以后的确认,已确认的参与不变。</View>
      {failure && <View className="me-failure">{failure.text}</View>}
    </Sheet>
  )
}

function Waiting() {
  const kept = useStore(confirmations.kept)
  if (kept.length === 0) return null
  return (
    <SectionCard title="等待联网的确认" extra={count(kept.length, '条')}>
      {kept.map((each) => (
        <ListRow
          key={each.token}
          title={each.title ?? '扫码确认'}
          note={each.refusedBecause ?? `${recentText(each.pressedAt)} 按下,联网后自动确认`}
          value={
            each.refusedBecause === null ? <Tag tone="amber">待确认</Tag> : <Tag tone="red">没有成功</Tag>
          }
          onTap={() => void Taro.navigateTo({ url: `/pages/confirm/index?scene=${each.token}` })}
        />
      ))}
    </SectionCard>
  )
}
