/** What people are called by what they may do. The names of records are those of shared/. */
import { roleTitles, type Membership } from '../../shared/contract'

export { sourceTitles } from '../../shared/contract'
export {
  activityRoleTitles,
  activityTextTitles,
  activityTitle,
  activityTitleOf,
  campaignTitles,
  categoryTitles,
  channelTitles,
  demandTitles,
  honourTitles,
  kindTitles,
} from '../../shared/records'

/** 平台负责人 · 浏阳市窗口平台. */
export function membershipTitle({ role, platform, areaCode }: Membership): string {
  const where = platform?.name ?? (areaCode ? `地区 ${areaCode}` : null)
  return where ? `${roleTitles[role]} · ${where}` : roleTitles[role]
}
