/** From the place in the ranking down to the single record that a point comes from. */
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'

jest.setTimeout(60_000)
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

test('the ranking opens the card, the card a node, the node a record', () =>
  withPhone(province, 'preview-province', async (screen) => {
    await screen.goToTab('ranking')
    await screen.see('个平台', '中位')
    await screen.tapWith('浏阳市窗口平台', '.ranking-row')
    await screen.isAt('card')
    await screen.see('浏阳市窗口平台', '计算于', '占总分')
    await screen.tapWith('贷款对接活动', '.list-row')
    await screen.isAt('node')
    await screen.see('怎么算的', '依据', '计分记录')
    await screen.tapWith('计入', '.list-row')
    await screen.isAt('activity')
    await screen.see('浏阳市窗口平台', '经过')
  }))

test('before publication a platform finds its own place and the median alone', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.goToTab('ranking')
    await screen.see('我的平台', '公布前只能看到本平台的名次和中位数')
    expect(await screen.all('.ranking-row')).toHaveLength(1)
  }))

test('a screen reader is told what a drawn bar says, and which choice is made', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.goToTab('ranking')
    await screen.see('我的平台')
    const [bar] = await screen.all('.progress-bar')
    expect(await bar?.attribute('aria-label')).toMatch(/总分 已计 [\d.]+%/)
    expect(await bar?.attribute('aria-role')).toBe('img')
    const choices = await screen.all('.chips-touch')
    expect(await Promise.all(choices.map((choice) => choice.attribute('aria-checked')))).toContain('true')
  }))

test('the ranking is exported: made by the server, fetched under its name, opened', () =>
  withPhone(province, 'preview-province', async (screen) => {
    await screen.goToTab('ranking')
    await screen.see('个平台', '中位')
    await screen.tap('导出')
    await screen.tapWith('排名Excel', '.list-row')
    await screen.see('排名.xlsx', '已生成')
  }))
