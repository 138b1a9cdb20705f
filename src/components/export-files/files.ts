/** Which files a screen offers, to whom. The server decides; what it would refuse is not offered. */
import { call } from '../../phone'
import { periodTitle, quarterOf, monthOf, periodBefore } from '../../shared/calendar'
import type { Membership, Platform, ReportFile } from '../../shared/contract'

export type Exported = { title: string; note: string; make: () => Promise<ReportFile> }

const decides = (membership: Membership | null) =>
  membership?.role === 'reviewer' || membership?.role === 'province'
const manages = (membership: Membership | null, platformId: string) =>
  membership?.role === 'manager' && membership.platform?.id === platformId

/** Of a platform and period: to its manager, and to those who decide on it. */
export function platformFiles(membership: Membership | null, platform: Platform, period: string): Exported[] {
  if (!decides(membership) && !manages(membership, platform.id)) return []
  const of = { platformId: platform.id, period }
  const withCounties = platform.tier === 'city' && decides(membership)
  return [
    {
      title: '评分表',
      note: 'Excel,按指标体系表逐项列出得分、依据和条款',
      make: () => call('reports', 'scoreTable', of),
    },
    {
      title: '服务台账',
      note: 'Excel,活动和参与企业',
      make: () => call('reports', 'ledger', { ...of, counties: false }),
    },
    ...(withCounties
      ? [
          {
            title: '服务台账(含县市区)',
            note: 'Excel,市州和所辖各平台',
            make: () => call('reports', 'ledger', { ...of, counties: true }),
          },
        ]
      : []),
    {
      title: '佐证材料包',
      note: 'Zip,评分表、台账、全部记录和照片',
      make: () => call('reports', 'evidence', of),
    },
  ]
}

/** Of a class and period; the bulletin of a quarter before publication for the province alone. */
export function rankingFiles(
  membership: Membership | null,
  tier: 'city' | 'county',
  period: string,
  published: boolean,
): Exported[] {
  const bulletin = period.includes('Q') && (published || membership?.role === 'province')
  return [
    {
      title: '排名',
      note: 'Excel,名次、总分、各部分得分',
      make: () => call('reports', 'ranking', { tier, period }),
    },
    ...(bulletin
      ? [
          {
            title: '季度通报',
            note: 'Word,两类平台的排名和工作量',
            make: () => call('reports', 'bulletin', { period }),
          },
        ]
      : []),
  ]
}

/** Of one's own platform, for the periods that are asked for most. */
export function ledgerFiles(platformId: string, today: string): Exported[] {
  const quarter = quarterOf(monthOf(today))
  const year = today.slice(0, 4)
  return [quarter, periodBefore(quarter), year, periodBefore(year)].map((period) => ({
    title: `${periodTitle(period)}服务台账`,
    note: 'Excel,活动和参与企业',
    make: () => call('reports', 'ledger', { platformId, period, counties: false }),
  }))
}

/** Does the membership manage the city that sends a county's annual filings on? */
const sendsOn = (membership: Membership | null, { tier, areaCode }: Platform) =>
  membership?.role === 'manager' &&
  membership.platform?.tier === 'city' &&
  tier === 'county' &&
  membership.platform.areaCode.slice(0, 4) === areaCode.slice(0, 4)

/** Of an annual filing, as last filed; of a county's also to its city. */
export function filingFiles(
  membership: Membership | null,
  platform: Platform,
  kind: string,
  year: string,
): Exported[] {
  const forCity = sendsOn(membership, platform)
  if (!decides(membership) && !manages(membership, platform.id) && !forCity) return []
  const of = { platformId: platform.id, year }
  if (kind === 'self-assessment') {
    return [
      {
        title: '自评报告',
        note: forCity ? 'Word,逐项自评' : 'Word,逐项自评、系统测算和相差',
        make: () => call('reports', 'selfAssessment', of),
      },
    ]
  }
  if (kind === 'annual-summary') {
    return [
      { title: '年度工作总结', note: 'Word,按提纲排好', make: () => call('reports', 'annualSummary', of) },
    ]
  }
  return []
}
