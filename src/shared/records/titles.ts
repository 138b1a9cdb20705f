/** The Chinese of what people choose from. The rubric has its own titles; these are the names on forms, lists and files. */
import {
  activityCategories,
  type ActivityCategory,
  type ActivityRole,
  type Campaign,
  type DemandChannel,
  type DemandType,
  type HonourHolder,
  type HonourKind,
  type JudgingBody,
} from './countable'

export const categoryTitles: Record<ActivityCategory, string> = {
  brand: '品牌能力提升',
  startup: '创业创新服务',
  technology: '技术创新',
  policy: '政策服务',
  training: '培训',
  matching: '贷款对接',
  park: '进园区',
  visit: '走访企业',
  other: '其他服务',
}

/** 培训、贷款对接: several of them; empty for none. */
export function categoriesText(categories: readonly ActivityCategory[] = []): string {
  return categories.map((each) => categoryTitles[each]).join('、')
}

/** What an activity of a category is called: 贷款对接活动, 走访企业. */
export function activityTitle(category: ActivityCategory): string {
  const title = categoryTitles[category]
  return category === 'visit' ? title : `${title}活动`
}

/** The same for a text from the server, which may know a category that this version does not. */
export function activityTitleOf(category: string): string {
  const known = activityCategories.find((each) => each === category)
  return known ? activityTitle(known) : '服务活动'
}

/** What the texts of an activity are called: a visit tells the needs that it found. */
export function activityTextTitles(category: ActivityCategory | null) {
  return category === 'visit' || category === 'park'
    ? { announcement: '走访方案', summary: '发现的需求', outcome: '处理与反馈' }
    : { announcement: '通知或方案', summary: '活动纪要', outcome: '成效或反馈' }
}

export const activityRoleTitles: Record<ActivityRole, string> = {
  host: '主办',
  undertake: '承办',
  'host-undertake': '主办并承办',
  assist: '协办',
}

export const campaignTitles: Record<Campaign, string> = {
  none: '无',
  together: '一起益企',
  'service-month': '服务月',
}

export const demandTitles: Record<DemandType, string> = {
  application: '贷款申请',
  loan: '贷款需求',
  equity: '股权融资需求',
}

export const channelTitles: Record<DemandChannel, string> = {
  provincial: '省平台',
  xiangqirong: '湘企融',
  both: '两处均发布',
}

export const holderTitles: Record<HonourHolder, string> = {
  own: '本平台及其运营单位、人员',
  recommended: '本平台推荐的机构、专家',
}

export const judgingBodyTitles: Record<JudgingBody, string> = {
  department: '工信部门',
  platform: '上级平台',
}

export const honourTitles: Record<HonourKind, string> = {
  'provincial-case-listed': '服务案例获省工信厅选登',
  'provincial-case-promoted': '服务案例获省工信厅推介',
  'most-popular-platform': '最受欢迎窗口平台',
  'excellent-institution': '优秀服务机构',
  'service-star': '服务之星',
  'excellent-expert': '优秀服务专家',
  'excellent-product': '优秀服务产品',
  'national-or-provincial-honour': '国家、省级荣誉资质',
  'mainstream-media-report': '权威主流媒体报道',
}
