/** What people are called by what they may do, and what refusals say. The names of records are those of shared/. */
import { roleTitles, type ErrorCode, type Membership, type Platform } from '../../shared/contract'

export * from './asks'
export { sourceTitles } from '../../shared/contract'
export {
  activityRoleTitles,
  activityTextTitles,
  activityTitle,
  activityTitleOf,
  campaignTitles,
  categoriesText,
  categoryTitles,
  channelTitles,
  demandTitles,
  holderTitles,
  honourTitles,
  kindTitles,
} from '../../shared/records'

const refusals: Partial<Record<ErrorCode, string>> = {
  TOKEN_EXPIRED: '码已刷新',
  TOKEN_REPLAYED: '转用他人扫过的码',
  TOKEN_REVOKED: '码已停用',
  TOKEN_NOT_YET_OPEN: '还没开始',
  TOKEN_CLOSED: '时间已过',
  ENTERPRISE_REQUIRED: '没填企业',
  RATE_LIMITED: '操作太频繁',
}

/** How many of the enterprises that scanned did so by somebody whom nobody confirmed for them. */
export function unverifiedText(scans: number, unverified: number): string {
  return `扫码确认的 ${scans} 家中，${unverified} 家身份未核实（${Math.round((unverified / scans) * 100)}%）。`
}

/** 码已刷新 3 次 · 时间已过 1 次; empty when nobody was refused. */
export function refusedText(refused: readonly { code: string; count: number }[]): string {
  const names: Record<string, string | undefined> = refusals
  return refused.map(({ code, count }) => `${names[code] ?? '其他原因'} ${count} 次`).join(' · ')
}

/** 平台负责人 · 浏阳市窗口平台; of a reviewer the platforms of their area: 审核人 · 长沙市窗口平台等 5 个平台. */
export function membershipTitle(
  { role, platform, areaCode }: Membership,
  overseen: readonly Pick<Platform, 'name' | 'areaCode'>[] = [],
): string {
  // 430100 stands for all that begins with 4301. Other memberships may show other platforms.
  const prefix = (areaCode ?? '').replace(/(00){1,2}$/, '')
  const own = overseen.filter((each) => each.areaCode.startsWith(prefix))
  const first = own.find((each) => each.areaCode === areaCode) ?? own[0]
  const several = own.length > 1 ? `等 ${own.length} 个平台` : ''
  const where = platform?.name ?? (areaCode && first ? `${first.name}${several}` : null)
  return where ? `${roleTitles[role]} · ${where}` : roleTitles[role]
}
