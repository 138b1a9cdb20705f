/** What was filed, what became of it, and for whom it is to decide: the sign-off. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call, useAsk, useSession } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import ExportFiles, { filingFiles } from '../../components/export-files'
import { momentText } from '../../components/figures'
import ListRow from '../../components/list-row'
import Notice from '../../components/notice'
import PageFrame, { failureOf, frameOf } from '../../components/page-frame'
import ReasonSheet from '../../components/reason-sheet'
import SectionCard from '../../components/section-card'
import type { Output } from '../../shared/contract'
import { isAnnual, type FilingKind } from '../../shared/filings'
import Content from './content'
import { goBack, openForm } from './go'
import StatusCard from './status-card'

type Filing = Output<'filings', 'filing'>
type Props = { platformId: string; kind: FilingKind; period: string }

export default function Filed({ platformId, kind, period }: Props) {
  const [version, setVersion] = useState<number | null>(null)
  const asked = useAsk('filings', 'filing', { platformId, kind, period, version })
  // Only a report names figures; their titles are the rubric's.
  const named = useAsk('filings', 'monthly', kind === 'monthly' ? { platformId, month: period } : null)
  const { membership } = useSession()
  const { reload } = asked
  useDidShow(() => void reload())
  const figures = new Map(named.data?.figures.map((figure) => [figure.name, figure]))
  const { data } = asked
  return (
    <PageFrame {...frameOf(asked)}>
      {data && (
        <>
          <StatusCard platform={data.platform} status={data.status} />
          {data.status.waitsTooLong && data.mayDecide && (
            <Notice tone="amber">报送已超过 5 个工作日,请尽快审定。</Notice>
          )}
          {data.filed.version !== data.status.version && (
            <Notice tone="amber">
              这是第 {data.filed.version} 版,最新的是第 {data.status.version} 版。
            </Notice>
          )}
          <ExportFiles files={filingFiles(membership, data.platform, kind, period)} />
          <Content content={data.content} figures={figures} />
          <History filing={data} onOpen={setVersion} />
          <Actions filing={data} onStale={() => void reload()} />
        </>
      )}
    </PageFrame>
  )
}

function History({ filing, onOpen }: { filing: Filing; onOpen: (version: number) => void }) {
  const events = [
    ...filing.versions.map(({ version, filedAt, by, reason }) => ({
      at: filedAt,
      title: `${by || '平台负责人'} 报送第 ${version} 版`,
      reason,
      version,
    })),
    ...filing.signOffs.map(({ version, decision, reason, by, at }) => ({
      at,
      title: `${by || '审核人'} ${decision === 'approve' ? '审定通过' : '退回'}第 ${version} 版`,
      reason,
      version,
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  return (
    <SectionCard title="经过">
      {events.map(({ at, title, reason, version }) => (
        <ListRow
          key={`${at}/${title}`}
          title={title}
          note={`${momentText(at)}${reason === '' ? '' : ` · ${reason}`}`}
          onTap={version === filing.filed.version ? undefined : () => onOpen(version)}
        />
      ))}
    </SectionCard>
  )
}

const phrases = ['数据与后台不符', '数据来源不清楚', '缺少经营指标', '问题不具体', '自评分缺少依据']

function Actions({ filing, onStale }: { filing: Filing; onStale: () => void }) {
  const { platform, status, mayDecide } = filing
  const { membership } = useSession()
  const [refusing, setRefusing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const of = { platformId: platform.id, kind: status.kind, period: status.period }
  const newest = filing.filed.version === status.version

  const doing = async (step: () => Promise<unknown>, done: string) => {
    setBusy(true)
    setError('')
    try {
      await step()
      void Taro.showToast({ title: done, icon: 'none' })
      await goBack()
    } catch (thrown) {
      const failure = failureOf(thrown)
      setError(failure.text)
      if (failure.code === 'REVISION_CONFLICT' || failure.code === 'STATE_NOT_POSSIBLE') onStale()
    } finally {
      setBusy(false)
    }
  }
  const decide = (decision: 'approve' | 'refuse', reason: string) =>
    doing(
      () => call('filings', 'signOff', { ...of, version: status.version, decision, reason }),
      decision === 'approve' ? '已审定' : '已退回',
    )
  const manages = membership?.role === 'manager' ? membership.platform : null
  const city = manages?.tier === 'city' && platform.tier === 'county' ? manages : null
  const forwards = city && status.state === 'approved' && status.forwardedAt === null
  const { kind, period } = status
  return (
    <>
      {error !== '' && <Notice tone="red">{error}</Notice>}
      {newest && mayDecide && (
        <BottomBar below="通过后计入评价;退回会告诉平台原因">
          <Button block size="large" disabled={busy} onClick={() => setRefusing(true)}>
            退回
          </Button>
          {status.state === 'filed' && (
            <Button
              block
              size="large"
              type="primary"
              loading={busy}
              disabled={busy}
              onClick={() => void decide('approve', '')}
            >
              审定通过
            </Button>
          )}
        </BottomBar>
      )}
      {newest && manages?.id === platform.id && status.open && (
        <BottomBar>
          <Button block size="large" type="primary" fill="outline" onClick={() => openForm(of)}>
            更正
          </Button>
        </BottomBar>
      )}
      {newest && city && forwards && isAnnual(kind) && (
        <BottomBar below="审定后的材料由市州平台汇总报送省平台">
          <Button
            block
            size="large"
            type="primary"
            loading={busy}
            disabled={busy}
            onClick={() =>
              void doing(
                () =>
                  call('filings', 'forward', {
                    platformId: city.id,
                    countyId: platform.id,
                    kind,
                    year: period,
                    version: status.version,
                  }),
                '已汇总报送',
              )
            }
          >
            汇总报送
          </Button>
        </BottomBar>
      )}
      {!mayDecide && status.state === 'filed' && manages?.id === platform.id && (
        <View className="filings-foot">等待当地工信部门审定,审定后计入评价。</View>
      )}
      <ReasonSheet
        title="退回更正"
        action="退回"
        hint="平台会看到原因,更正后可再次报送。"
        phrases={phrases}
        visible={refusing}
        busy={busy}
        error={error}
        onClose={() => setRefusing(false)}
        onSend={(reason) => void decide('refuse', reason)}
      />
    </>
  )
}
