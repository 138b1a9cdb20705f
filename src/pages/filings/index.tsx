/** 报送: what is due and filed, the three forms, what was filed, the sign-off, and the counties of a city. */
import { refreshAll, useSession } from '../../phone'
import PageFrame, { failureOf } from '../../components/page-frame'
import { useParams } from '../../components/params'
import { filingKindSchema } from '../../shared/filings'
import AnnualSummary from './annual-summary'
import Counties from './counties'
import Filed from './filed'
import List from './list'
import Monthly from './monthly'
import Queue from './queue'
import SelfAssessment from './self-assessment'
import './index.scss'

export default function Filings() {
  const { view, platform, kind: wanted, period = '' } = useParams()
  const { membership, me, status, failure } = useSession()
  const kind = filingKindSchema.safeParse(wanted)
  if (kind.success && platform !== undefined) {
    const of = { platformId: platform, period }
    if (view !== 'form') return <Filed {...of} kind={kind.data} />
    if (kind.data === 'monthly') return <Monthly {...of} />
    return kind.data === 'self-assessment' ? <SelfAssessment {...of} /> : <AnnualSummary {...of} />
  }
  if (view === 'counties' && platform !== undefined) return <Counties platformId={platform} year={period} />
  if (view === 'platform' && platform !== undefined) return <List platformId={platform} manages={false} />
  if (me === null) {
    return (
      <PageFrame
        loading={status === 'loading'}
        failure={failure == null ? null : failureOf(failure)}
        onRetry={() => void refreshAll()}
      />
    )
  }
  if (membership?.platform)
    return <List platformId={membership.platform.id} manages={membership.role === 'manager'} />
  if (membership?.role === 'reviewer' || membership?.role === 'province') return <Queue />
  return <PageFrame empty={{ title: '还没有报送', hint: '加入平台后,月报和年度材料在这里报送。' }} />
}
