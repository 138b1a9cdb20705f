/** The reviewer's queue by state, area, kind and age; many without flags can be approved at once. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useMemo, useRef, useState } from 'react'
import { call, useAsk } from '../../phone'
import BigNumber from '../../components/big-number'
import { count } from '../../components/figures'
import Notice from '../../components/notice'
import PageFrame, { failureOf, frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import type { ReviewedRecord } from '../../shared/contract'
import { everything, Filters } from './filters'
import Many, { isPlain } from './many'
import Row from './row'
import { walkAlong } from './walk'

type Page = { records: ReviewedRecord[]; unreadable: number; cursor: string | null }

export default function Queue({ platformId }: { platformId: string | null }) {
  const [filter, setFilter] = useState(everything)
  const asked = useAsk('review', 'queue', { ...filter, platformId, cursor: null })
  const [more, setMore] = useState<Page | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  /** Raised by each page asked for and by each new first page: an older page that arrives late is dropped. */
  const turn = useRef(0)
  /** Ids chosen to be approved together; null while one looks at the list. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const { reload, data } = asked
  useDidShow(() => void reload())
  useEffect(() => {
    turn.current += 1
    setMore(null)
    setBusy(false)
    setError('')
  }, [data])
  useEffect(() => setChosen(null), [filter])

  const cursor = more ? more.cursor : (data?.cursor ?? null)
  const rows = useMemo(() => [...(data?.records ?? []), ...(more?.records ?? [])], [data, more])
  const unreadable = (data?.unreadable ?? 0) + (more?.unreadable ?? 0)
  useEffect(() => walkAlong(rows), [rows])
  const plain = rows.filter(isPlain)
  const next = async () => {
    if (busy) return
    const mine = ++turn.current
    setBusy(true)
    try {
      const page = await call('review', 'queue', { ...filter, platformId, cursor })
      if (mine !== turn.current) return
      setMore((now) => ({
        records: [...(now?.records ?? []), ...page.records],
        unreadable: (now?.unreadable ?? 0) + page.unreadable,
        cursor: page.cursor,
      }))
      setError('')
    } catch (thrown) {
      if (mine === turn.current) setError(failureOf(thrown).title)
    } finally {
      if (mine === turn.current) setBusy(false)
    }
  }
  const tap = (row: ReviewedRecord) => {
    if (chosen === null) return void Taro.navigateTo({ url: `/pages/review/index?id=${row.id}` })
    const others = new Set(chosen)
    if (!others.delete(row.id)) others.add(row.id)
    setChosen(others)
  }

  return (
    <PageFrame {...frameOf(asked)}>
      {data && (
        <>
          <SectionCard>
            <BigNumber
              value={String(data.waiting)}
              unit="条待审核"
              beside={data.overdue > 0 ? `${count(data.overdue, '条')}已超期` : '5 个工作日内审核'}
            />
          </SectionCard>
          {unreadable > 0 && (
            <Notice tone="amber">
              {`有 ${unreadable} 条记录无法显示，已略过，不影响其他记录。请联系管理员查看。`}
            </Notice>
          )}
          <Filters filter={filter} ofOnePlatform={platformId !== null} onChange={setFilter}>
            {(chosen !== null || plain.length > 1) && (
              <View
                className="review-choose"
                onClick={() => setChosen(chosen === null ? new Set() : null)}
                aria-role="button"
              >
                {chosen === null ? '多选' : '取消多选'}
              </View>
            )}
          </Filters>
          <SectionCard>
            {rows.length === 0 && (
              <View className="review-empty">
                {filter.state === 'submitted' && filter.areaCode === null && filter.kind === null
                  ? '没有等待审核的记录。有新的提交会出现在这里。'
                  : '这里没有记录。'}
              </View>
            )}
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                chosen={chosen === null ? null : chosen.has(row.id)}
                onTap={() => tap(row)}
              />
            ))}
            {cursor !== null && (
              <View className="review-more" onClick={() => void next()} aria-role="button">
                {busy ? '正在读取…' : error === '' ? '再看一些' : `${error},再试一次`}
              </View>
            )}
          </SectionCard>
          {chosen !== null && (
            <Many plain={plain} chosen={chosen} onChoose={setChosen} onDone={() => void reload()} />
          )}
        </>
      )}
    </PageFrame>
  )
}
