/** What the province alone does: targets, cut lines, runs and freezing, leaving a platform out. */
import { monthOf, periodTitle, previousMonth, shanghaiDate } from '../../../src/shared/calendar'
import { eventually } from '../driver'
import { fieldsWith } from './fields'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'

jest.setTimeout(180_000)
const thisMonth = monthOf(shanghaiDate(new Date()))
const lastMonth = previousMonth(thisMonth)
const monthBefore = previousMonth(lastMonth)
const COUNTY = '浏阳市窗口平台(示例)'
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

test('a target is stated with its source, and counts from then on', () =>
  withPhone(
    province,
    'preview-province',
    async (screen) => {
      await screen.see('没有填齐', '目标和数据')
      await screen.tapWith('注册认证目标', '.list-row')
      await screen.see('个平台已填')
      await screen.type('搜索平台名称', '浏阳')
      await screen.tapWith(COUNTY, '.list-row')
      await screen.see('数据来源,会同数值一起留存')
      const figure = await eventually(async () => {
        const fields = await fieldsWith(screen, '')
        const shown = await Promise.all(fields.map((field) => field.property('placeholder')))
        const found = fields[shown.findIndex((text) => /^\d+$/.test(String(text)))]
        if (!found) throw new Error('no field for a figure')
        return found
      })
      await figure.input('432')
      await screen.type('如 省统计局', '省平台任务分解表')
      await screen.tap('保存')
      await screen.see('432 家')
      await screen.tapWith(COUNTY, '.list-row')
      await screen.see('现在计入 432 家', '省平台任务分解表')
    },
    { opened: '/pages/stated/index' },
  ))

test('a mark names its judge, and gives way when it is taken back with a reason', () =>
  withPhone(
    province,
    'preview-province',
    async (screen) => {
      await screen.tapWith('与工信部门、市州平台的协同', '.list-row')
      await screen.type('搜索平台名称', '浏阳')
      await screen.tapWith(COUNTY, '.list-row')
      await screen.see('评定单位或评定人')
      await screen.type('0', '6.5')
      await screen.tap('市工信局', '.chips-chip')
      await screen.type('如 按要求报送', '配合及时')
      await screen.tap('给分')
      await screen.see('6.5 分', '市工信局')
      await screen.tapWith(COUNTY, '.list-row')
      await screen.tapWith('6.5 分', '.stated-entries .list-row')
      await screen.see('收回市工信局的评分,请写明原因')
      await screen.type('如 按要求报送', '评错了平台')
      await screen.tap('收回评分')
      await eventually(() => screen.seeNot('6.5 分'))
    },
    { opened: '/pages/stated/index' },
  ))

test('cut lines that do not begin at nothing are refused, others stand with their reason', () =>
  withPhone(
    province,
    'preview-province',
    async (screen) => {
      await screen.tapWith('等级分数线', '.list-row')
      await screen.see('还没有分数线')
      await screen.tap('加一等')
      await screen.tap('加一等')
      const [first, second] = await eventually(async () => {
        const fields = await fieldsWith(screen, '0')
        expect(fields).toHaveLength(2)
        return fields
      })
      await first?.input('60')
      await second?.input('40')
      await screen.tap('保存分数线')
      await screen.see('A 60 分起 · B 40 分起')
      await screen.type('请写明依据', '省厅办公会纪要')
      await screen.tap('保存')
      await screen.see('最低一等从 0 分起')
      await second?.input('0')
      await screen.see('A 60 分起 · B 0 分起')
      await screen.tap('保存')
      await screen.see('改动记录', '省厅办公会纪要', '现行')
    },
    { opened: '/pages/stated/index' },
  ))

test('a month that is not over is computed, but not frozen', () =>
  withPhone(
    province,
    'preview-province',
    async (screen, hand) => {
      await hand.program.mockWxMethod('showModal', { confirm: true, cancel: false })
      await screen.see(periodTitle(thisMonth), '运行评价')
      await screen.tap('运行评价')
      await eventually(() => screen.see('个平台', '的结果有变化'), 90_000)
      await screen.see('暂定', '冻结')
      await screen.tap('冻结')
      await screen.see('这一期还没有结束')
      await screen.see('暂定')
    },
    { opened: `/pages/evaluation/index?period=${thisMonth}` },
  ))

test('a month whose duties are all due is computed once more, frozen, and published', () =>
  withPhone(
    province,
    'preview-province',
    async (screen, hand) => {
      await hand.program.mockWxMethod('showModal', { confirm: true, cancel: false })
      await screen.see(periodTitle(monthBefore), '结果')
      // In the first months of a year it is one of the last year's, which the example has frozen.
      if ((await screen.words()).includes('运行评价')) {
        await screen.tap('运行评价')
        await eventually(() => screen.see('个平台', '的结果有变化'), 90_000)
        await screen.tap('冻结')
        await screen.see('个平台的结果', '已冻结')
      }
      await eventually(() => screen.seeNot('运行评价'))
      await screen.tap('公布')
      await screen.see('已公布', '公示至')
    },
    { opened: `/pages/evaluation/index?period=${monthBefore}` },
  ))

test('a platform is left out with its ground and reason, and taken in again', () =>
  withPhone(
    province,
    'preview-province',
    async (screen) => {
      await screen.see('所有平台都纳入评价')
      await screen.tap('不再纳入一个平台')
      await screen.type('输入名称的一部分', '浏阳')
      await screen.tapWith(COUNTY, '.list-row')
      await screen.see('情形')
      const [ground] = await screen.all('.chips-chip')
      await ground?.tap()
      await screen.type('请写明依据', '省工信厅通报')
      await screen.tap('不再纳入')
      await screen.see(COUNTY, '省工信厅通报')
      await eventually(() => screen.seeNot('所有平台都纳入评价'))
      await screen.tapWith(COUNTY, '.list-row')
      await screen.see('恢复后重新参加本年排名和等级')
      await screen.type('请写明依据', '整改完成')
      await screen.tap('恢复')
      await screen.see('已恢复', '整改完成', '已改')
    },
    { opened: `/pages/evaluation/index?view=exclusions&year=${lastMonth.slice(0, 4)}` },
  ))
