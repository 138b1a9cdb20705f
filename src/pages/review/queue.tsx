/** The reviewer's queue by state, overdue ones marked, page after page. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call, useAsk } from '../../phone'
import BigNumber from '../../components/big-number'
import Chips from '../../components/chips'
import { dayText } from '../../components/figures'
import ListRow from '../../components/list-row'
import PageFrame, { failureOf, frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import StateTag from '../../components/state-tag'
import Tag from '../../components/tag'
import { kindOf } from '../../components/record-details'
import type { Output } from '../../shared/contract'
import { stateTitles, titleOf } from '../../shared/records'

const states = (['submitted', 'returned', 'approved'] as const).map((value) => ({
  value,
  title: stateTitles[value],
}))
type State = (typeof states)[number]['value']
type Row = Output<'review', 'queue'>['records'][number]

export default function Queue({ platformId }: { platformId: string | null }) {
  const [state, setState] = useState<State>('submitted')
  const asked = useAsk('review', 'queue', { state, platformId, kind: null, cursor: null })
  const [more, setMore] = useState<{ records: Row[]; cursor: string | null } | null>(null)
  const [error, setError] = useState('')
  const { reload, data } = asked
  useDidShow(() => void reload())
  useEffect(() => setMore(null), [data])

  const cursor = more ? more.cursor : (data?.cursor ?? null)
  const rows = [...(data?.records ?? []), ...(more?.records ?? [])]
  const next = async () => {
    try {
      const page = await call('review', 'queue', { state, platformId, kind: null, cursor })
      setMore((now) => ({ records: [...(now?.records ?? []), ...page.records], cursor: page.cursor }))
      setError('')
    } catch (thrown) {
      setError(failureOf(thrown).title)
    }
  }

  return (
    <PageFrame {...frameOf(asked)}>
      {data && (
        <>
          <SectionCard>
            <BigNumber value={String(data.waiting)} unit="条待审核" beside="5 个工作日内审定" />
          </SectionCard>
          <View className="review-chips">
            <Chips label="状态" options={states} value={state} onChange={setState} />
          </View>
          <SectionCard>
            {rows.length === 0 && (
              <View className="review-empty">
                {state === 'submitted' ? '都审完了。有新的提交会出现在这里。' : '这里还没有记录。'}
              </View>
            )}
            {rows.map((row) => (
              <ListRow
                key={row.id}
                title={titleOf(row.payload)}
                note={`${dayText(row.date)} · ${kindOf(row.payload)} · ${row.platformName}`}
                value={row.overdue ? <Tag tone="amber">已超期</Tag> : <StateTag state={row.state} />}
                onTap={() => void Taro.navigateTo({ url: `/pages/review/index?id=${row.id}` })}
              />
            ))}
            {cursor !== null && (
              <View className="review-more" onClick={() => void next()} aria-role="button">
                {error === '' ? '再看一些' : `${error},再试一次`}
              </View>
            )}
          </SectionCard>
        </>
      )}
    </PageFrame>
  )
}
