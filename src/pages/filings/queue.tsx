/** What waits for a reviewer's sign-off (审定), the longest waiting first. */
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call, useAsk, useSession } from '../../phone'
import BigNumber from '../../components/big-number'
import { count, momentText } from '../../components/figures'
import ListRow from '../../components/list-row'
import PageFrame, { failureOf, frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import type { Output } from '../../shared/contract'
import { filingTitle } from '../../shared/filings'
import { openFiled } from './go'

type Page = Output<'filings', 'queue'>

export default function Queue() {
  const { membership } = useSession()
  const asked = useAsk('filings', 'queue', { cursor: null })
  const [more, setMore] = useState<Pick<Page, 'rows' | 'cursor'> | null>(null)
  const [error, setError] = useState('')
  const { reload, data } = asked
  useDidShow(() => void reload())
  useEffect(() => setMore(null), [data])
  const cursor = more ? more.cursor : (data?.cursor ?? null)
  const rows = [...(data?.rows ?? []), ...(more?.rows ?? [])]
  const next = async () => {
    try {
      const page = await call('filings', 'queue', { cursor })
      setMore((now) => ({ rows: [...(now?.rows ?? []), ...page.rows], cursor: page.cursor }))
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
            <BigNumber
              value={String(data.waiting)}
              unit="项待您审定"
              beside={data.overdue > 0 ? `${count(data.overdue, '项')}已超期` : '5 个工作日内审定'}
            />
          </SectionCard>
          <SectionCard>
            {rows.length === 0 && (
              <View className="filings-empty">
                没有要您审定的报送。有新的会出现在这里。
                {/* Others decide on most of them: that nothing waits here does not say that nothing waits. */}
                {membership?.role === 'province' && '有审核人的地区由审核人审定,进展见“平台一览”。'}
              </View>
            )}
            {rows.map(({ platform, status, versionFiledAt, own }) => (
              <ListRow
                key={`${platform.id}/${status.kind}/${status.period}`}
                title={filingTitle(status.kind, status.period)}
                note={`${platform.name} · ${momentText(versionFiledAt)} 报送`}
                value={
                  own ? (
                    <Tag>本人报送</Tag>
                  ) : status.waitsTooLong ? (
                    <Tag tone="amber">已超期</Tag>
                  ) : status.late ? (
                    <Tag tone="amber">晚报</Tag>
                  ) : (
                    <Tag>待审定</Tag>
                  )
                }
                onTap={() => openFiled({ platformId: platform.id, kind: status.kind, period: status.period })}
              />
            ))}
            {cursor !== null && (
              <View className="filings-link" onClick={() => void next()} aria-role="button">
                {error === '' ? '再看一些' : `${error},再试一次`}
              </View>
            )}
          </SectionCard>
        </>
      )}
    </PageFrame>
  )
}
