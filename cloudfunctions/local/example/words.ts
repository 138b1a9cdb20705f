/** What the invented people, enterprises and events of the example are called. All titles say that they are 示例. */
import type { ActivityCategory, HonourKind } from '../../../src/shared/records'

type Some<Item> = readonly [Item, ...Item[]]

export const themes: Record<ActivityCategory, Some<string>> = {
  brand: ['质量诊断进企业', '品牌形象打造沙龙', '市场开拓对接会', '品牌传播公开课', '“湖湘精品”推介会'],
  startup: ['创业项目路演', '大中小企业融通对接会', '创新创业大赛赛前辅导', '创业诊断咨询日'],
  technology: ['知识产权专题辅导', '研发成果转化对接会', '技术难题揭榜会', '专利布局公开课'],
  policy: ['惠企政策宣讲会', '专精特新申报辅导', '税费优惠政策解读', '政策直通车进园区'],
  training: ['数字化转型培训', '财务管理培训', '安全生产培训', '人力资源培训', '市场营销培训'],
  matching: ['商业价值信用贷款对接会', '银企对接沙龙', '“湘企融”注册认证推广会', '园区融资对接专场'],
  park: ['园区服务日', '入园走访服务', '园区企业座谈会'],
  visit: ['企业走访', '规模企业上门服务'],
  other: ['企业家沙龙', '法律咨询日', '“一起益企”公益咨询'],
}

export const outcomes: Some<string> = [
  '参会企业现场登记需求,会后逐一回访。(示例)',
  '现场解答问题 20 余项,满意度较好。(示例)',
  '3 家企业达成初步合作意向。(示例)',
  '形成问题清单并转有关部门跟进。(示例)',
]

export const summaries: Some<string> = [
  '邀请专家作专题讲解,并安排互动交流。(示例)',
  '现场设咨询台,由服务机构一对一解答。(示例)',
  '先集中授课,后分组讨论,资料已归档。(示例)',
]

export const trades: Some<string> = [
  ...(['精密科技', '智能装备', '新材料', '食品', '烟花', '生物科技', '电子', '机械制造'] as const),
  ...['纺织', '物流', '环保科技', '软件', '陶瓷', '茶业', '竹木制品', '包装', '汽车零部件', '农业科技'],
  ...['建材', '光电', '轨道配件', '医疗器械', '五金', '印务', '家具', '化工', '塑业', '电气'],
]
export const brands: Some<string> = [
  '',
  '湘源',
  '星辰',
  '恒力',
  '锦程',
  '华晟',
  '鼎新',
  '宏泰',
  '明德',
  '同创',
]

export const services: Some<string> = ['代理记账', '商标注册', '检验检测', '管理咨询', '法律顾问', '软件开发']
export const purposes: Some<string> = ['购买原材料', '设备更新', '补充流动资金', '新产品研发', '厂房扩建']

export const honourTitles: Record<HonourKind, { title: string; issuer: string }> = {
  'provincial-case-listed': { title: '服务案例获选登', issuer: '省工信厅(示例)' },
  'provincial-case-promoted': { title: '服务案例获推介', issuer: '省工信厅(示例)' },
  'most-popular-platform': { title: '最受欢迎窗口平台', issuer: '省平台(示例)' },
  'excellent-institution': { title: '优秀服务机构', issuer: '省平台(示例)' },
  'service-star': { title: '服务之星', issuer: '省平台(示例)' },
  'excellent-expert': { title: '优秀服务专家', issuer: '省平台(示例)' },
  'excellent-product': { title: '优秀服务产品', issuer: '省平台(示例)' },
  'national-or-provincial-honour': { title: '省级中小企业公共服务示范平台', issuer: '省工信厅(示例)' },
  'mainstream-media-report': { title: '服务企业纪实报道', issuer: '新华社(示例)' },
}

export const returnReasons: Some<string> = ['参与企业名单与家次不符,请核对', '请补写成效', '活动类别选择有误']
export const withdrawReasons: Some<string> = ['重复录入', '活动改期']
export const comments: Some<string> = [
  '讲得很实用',
  '对接很有帮助',
  '希望多办这样的活动',
  '时间可以再长一些',
  '内容不错',
]

const surnames: Some<string> = [
  ...(['陈'] as const),
  ...'李王张刘黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
]
const given: Some<string> = [
  ...(['晓'] as const),
  ...'明华丽军敏静强磊洋艳勇芳杰娟涛超秀霞平刚桂英文辉玲建国红梅鹏波欣怡雨佳宇晨思琪',
]

export function personName(pick: <Item>(items: Some<Item>) => Item): string {
  return pick(surnames) + pick(given) + pick(['', ...given])
}
