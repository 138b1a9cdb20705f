/** The province's screens: all platforms at once, what only the province states, a period published, an objection. */
import { eventually } from '../driver'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'

jest.setTimeout(120_000)
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

test('the province finds a platform among all, and goes on to its filings', () =>
  withPhone(province, 'preview-province', async (screen) => {
    await screen.goToTab('me')
    await screen.tapWith('平台一览', '.list-row')
    await screen.isAt('province')
    await screen.see('个平台要关注', '再看一些')
    await screen.type('搜索平台名称', '没有这个平台')
    await screen.see('没有符合条件的平台')
    await screen.type('搜索平台名称', '浏阳')
    await screen.tapWith('浏阳市窗口平台', '.list-row')
    await screen.see('参与企业数量', '待审核')
    await screen.tapWith('本年', '.list-row')
    await screen.isAt('filings')
    await screen.see('浏阳市窗口平台', '月报')
  }))

test('the province reads how the service does', () =>
  withPhone(province, 'preview-province', async (screen) => {
    await screen.goToTab('me')
    await screen.see('服务状态', '服务版本', '已是最新', '最近一次评价运行')
  }))

test('a mark is given with a reason, refused between its steps, and stands with its judge', () =>
  withPhone(province, 'preview-province', async (screen) => {
    await screen.goToTab('me')
    await screen.tapWith('目标与评定', '.list-row')
    await screen.isAt('stated')
    await screen.tapWith('与工信部门、市州平台的协同', '.list-row')
    await screen.see('个平台已填')
    await screen.tapWith('浏阳市窗口平台', '.list-row')
    await screen.type('0', '7.3')
    await screen.type('如 按要求报送', '配合及时,材料齐全')
    await screen.tap('市工信局', '.chips-chip')
    await screen.tap('给分')
    await screen.see('分值须为 0.5 的倍数')
    await screen.type('0', '7.5')
    await screen.tap('给分')
    await screen.see('7.5 分')
  }))

test('a year is published, and a manager’s objection is answered', async () => {
  const year = String(new Date().getFullYear() - 1)
  await withPhone(province, 'preview-province', async (screen, hand) => {
    await hand.program.callWxMethod('reLaunch', { url: `/pages/evaluation/index?period=${year}` })
    await screen.see('已冻结', '公布')
    await screen.tap('公布')
    await eventually(() => hand.program.native().confirmModal())
    await screen.see('已公布', '公示至')
  })
  await withPhone(province, 'preview-liuyang-manager', async (screen, hand) => {
    await screen.goToTab('ranking')
    await hand.program.callWxMethod('reLaunch', { url: '/pages/ranking/index' })
    await screen.tapWith('▾', '.ranking-period')
    await screen.tap('年度', '.chips-chip')
    await screen.tapWith(`${year} 年`, '.list-row')
    await screen.see('公示至')
    await screen.tapWith('浏阳市窗口平台', '.ranking-row')
    await screen.isAt('card')
    await screen.tap('对结果提出异议')
    await screen.type('如 贷款对接活动', '贷款对接活动少计 1 场')
    await screen.tap('提交')
    await screen.see('待答复', '贷款对接活动少计 1 场')
  })
  await withPhone(province, 'preview-province', async (screen, hand) => {
    await hand.program.callWxMethod('reLaunch', { url: '/pages/evaluation/index?view=objections' })
    await screen.tapWith('贷款对接活动少计 1 场', '.list-row')
    await screen.tap('不采纳', '.chips-chip')
    await screen.type('请写明处理情况', '该场活动由他人主办')
    await screen.tap('答复')
    await screen.see('不采纳', '该场活动由他人主办')
  })
})
