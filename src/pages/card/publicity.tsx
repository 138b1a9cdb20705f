/** The publicity of a published card: until when, the objections of the platform, and its manager's way to object. */
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call, now, useAsk, useSession } from '../../phone'
import { dayText } from '../../components/figures'
import ObjectionRow from '../../components/objection-row'
import { publicityText } from '../../components/publicity'
import ReasonSheet, { useReason } from '../../components/reason-sheet'
import SectionCard from '../../components/section-card'
import { shanghaiDate } from '../../shared/calendar'
import type { Output, Publication } from '../../shared/contract'

type Props = { stored: Output<'standing', 'card'>; publication: Publication; result: string }

export default function Publicity({ stored, publication, result }: Props) {
  const { membership } = useSession()
  const { platform, period } = stored
  const own = membership?.platform?.id === platform.id
  const concerned = own || membership?.role === 'province' || membership?.role === 'reviewer'
  return (
    <SectionCard title="公示" note={publicityText(publication)}>
      {concerned && (
        <Objections
          platformId={platform.id}
          period={period}
          result={stored.state === 'published' && own && membership?.role === 'manager' ? result : null}
          until={publication.publicityUntil}
        />
      )}
    </SectionCard>
  )
}

/** `result` is null for those who may read and not object. */
type ObjectionsProps = { platformId: string; period: string; result: string | null; until: string }

function Objections({ platformId, period, result, until }: ObjectionsProps) {
  const { data, reload } = useAsk('evaluate', 'objections', { platformId, period })
  const [writing, setWriting] = useState(false)
  const all = data?.objections ?? []
  const waits = all.some(({ resultId, answer }) => resultId === result && answer === null)
  const mayObject = result !== null && data !== null && !waits && shanghaiDate(now()) <= until

  const sending = useReason(async (text) => {
    if (result === null) return
    await call('evaluate', 'object', { resultId: result, text })
    await reload()
    setWriting(false)
  })
  return (
    <>
      {all.map((objection) => (
        <ObjectionRow key={objection.id} objection={objection} />
      ))}
      {mayObject && (
        <View className="card-object">
          <Button block type="primary" fill="outline" onClick={() => setWriting(true)}>
            对结果提出异议
          </Button>
        </View>
      )}
      <ReasonSheet
        title="提出异议"
        action="提交"
        hint={`${dayText(until)} 前可以提出,省平台会答复。请写明哪一项、依据是什么。`}
        placeholder="如 贷款对接活动少计 1 场,4月11日的活动已通过审核"
        visible={writing}
        {...sending}
        onClose={() => setWriting(false)}
      />
    </>
  )
}
