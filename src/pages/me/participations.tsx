/** 我的参与: what the person confirmed and what else their enterprise took part in, page by page, to be rated by a tap. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, now, useAsk } from '../../phone'
import { count, momentText } from '../../components/figures'
import ListRow from '../../components/list-row'
import { failureOf } from '../../components/page-frame'
import Rating, { type Given } from '../../components/rating'
import SectionCard from '../../components/section-card'
import Sheet from '../../components/sheet'
import { sourceTitles } from '../../components/words'
import { shanghaiDate } from '../../shared/calendar'
import type { Output } from '../../shared/contract'

type Row = Output<'confirm', 'mine'>['participations'][number]

const changedTitles = {
  title: '名称',
  category: '类别',
  startsAt: '开始时间',
  endsAt: '结束时间',
  place: '地点',
} as const

/** 名称现为“…”、地点现为“…”. */
function changedText(changes: Row['changes']): string {
  return changes.map(({ field, to }) => `${changedTitles[field]}现为“${to}”`).join('、')
}

const ratingOf = ({ stars, comment }: Row): Given | null =>
  stars === null ? null : { stars, comment: comment ?? '' }

export default function Participations() {
  const { data, failure, reload } = useAsk('confirm', 'mine', {})
  const [later, setLater] = useState<Row[]>([])
  const [ended, setEnded] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [rating, setRating] = useState<Row | null>(null)
  /** Given since the list was fetched. */
  const [given, setGiven] = useState<ReadonlyMap<string, Given>>(new Map())
  const thisYear = shanghaiDate(now()).slice(0, 4)
  const rows = [...(data?.participations ?? []), ...later]
  const last = rows[rows.length - 1]

  const more = async () => {
    if (!last || busy) return
    setBusy(true)
    try {
      const { participations } = await call('confirm', 'mine', { after: last.id })
      setLater((before) => [...before, ...participations])
      setEnded(participations.length === 0)
      setSaid('')
    } catch (thrown) {
      setSaid(failureOf(thrown).text)
    } finally {
      setBusy(false)
    }
  }

  return (
    <SectionCard title="我的参与" extra={data ? count(data.total, '次') : undefined}>
      {!data && failure != null && (
        <View className="me-quiet" onClick={() => void reload()}>
          {failureOf(failure).title},点这里再试一次
        </View>
      )}
      {data?.total === 0 && <View className="me-quiet">还没有。在活动现场扫活动码即可确认参与。</View>}
      {rows.map((each) => {
        const stars = given.get(each.id)?.stars ?? each.stars
        const note = `${each.organiser} · ${momentText(each.startsAt, thisYear)} · ${sourceTitles[each.source]}`
        return (
          <ListRow
            key={each.id}
            title={each.title}
            note={each.changes.length > 0 ? `${note} · 主办方后来改了，${changedText(each.changes)}` : note}
            value={stars === null ? (each.mayRate ? '去评价' : undefined) : `${stars} 星`}
            onTap={each.mayRate ? () => setRating(each) : undefined}
          />
        )
      })}
      {data && rows.length < data.total && !ended && (
        <View className="me-more" onClick={() => void more()} aria-role="button">
          {busy ? '正在读取…' : '看更早的'}
        </View>
      )}
      {said !== '' && <View className="me-failure">{said}</View>}
      <Sheet title="这次服务怎么样?" visible={rating !== null} onClose={() => setRating(null)}>
        {rating && (
          <>
            <View className="me-quiet">{rating.title}</View>
            <Rating
              activityId={rating.activityId}
              given={given.get(rating.id) ?? ratingOf(rating)}
              onRated={(now) => {
                setGiven((before) => new Map(before).set(rating.id, now))
                setRating(null)
              }}
            />
            <View className="me-quiet me-gap">主办方和审核部门会看到您的评价。</View>
          </>
        )}
      </Sheet>
    </SectionCard>
  )
}
