/** The annual filings of a city's counties, which its platform collects and sends on. */
import { useDidShow } from '@tarojs/taro'
import { useAsk } from '../../phone'
import BigNumber from '../../components/big-number'
import { FilingTag, filingNote } from '../../components/filing-status'
import ListRow from '../../components/list-row'
import PageFrame, { frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import { filingTitles } from '../../shared/filings'
import { openFiled } from './go'

export default function Counties({ platformId, year }: { platformId: string; year: string }) {
  const asked = useAsk('filings', 'counties', { platformId, year })
  const { reload, data } = asked
  useDidShow(() => void reload())
  const all = data?.rows.flatMap(({ filings }) => filings) ?? []
  const sent = all.filter(({ forwardedAt }) => forwardedAt !== null).length
  return (
    <PageFrame
      {...frameOf(asked)}
      empty={data?.rows.length === 0 ? { title: '没有下辖平台', hint: '本市州没有县市区窗口平台。' } : null}
    >
      {data && data.rows.length > 0 && (
        <>
          <SectionCard>
            <BigNumber value={String(sent)} unit={`/ ${all.length} 项`} beside="已汇总报送" />
          </SectionCard>
          {data.rows.map(({ platform, filings }) => (
            <SectionCard key={platform.id} title={platform.name}>
              {filings.map((status) => (
                <ListRow
                  key={status.kind}
                  title={filingTitles[status.kind]}
                  note={filingNote(status)}
                  value={<FilingTag status={status} />}
                  onTap={
                    status.version > 0
                      ? () => openFiled({ platformId: platform.id, kind: status.kind, period: status.period })
                      : undefined
                  }
                />
              ))}
            </SectionCard>
          ))}
        </>
      )}
    </PageFrame>
  )
}
