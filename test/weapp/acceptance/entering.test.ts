/** Staff enter who is there, in a hall without a network: by hand, by a pasted list, by scanning an enterprise's code. */
import { creditCodeCheckCharacter } from '../../../src/shared/records'
import { eventually, type Hand } from '../driver'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'
import type { Screen } from './screen'
import { fillIn, recordsState } from './steps'

jest.setTimeout(90_000)
const TITLE = '没有信号的厂房'
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

const codeOf = (n: number) => {
  const first17 = `91430181MC4${String(300_000 + n)}`
  return first17 + creditCodeCheckCharacter(first17)
}
const scans = (hand: Hand, result: string) => hand.program.mockWxMethod('scanCode', { result })

const openActivity = async (screen: Screen) => {
  await screen.tapWith(TITLE, '.records-main')
  await screen.isAt('activity')
}

test('whoever is entered without a network waits with the activity, over the death of the app, and is there once', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    await screen.see('接下来最划算')
    await hand.setOnline(false)
    await fillIn(screen, TITLE)
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    expect(await recordsState(screen, TITLE)).toBe('待上传')
    await openActivity(screen)

    await scans(hand, 'https://example.com/menu')
    await screen.tap('扫企业码')
    await screen.see('扫到的不是企业码或营业执照')
    await scans(hand, `统一社会信用代码:${codeOf(1)}\n企业名称:示例厂房科技有限公司`)
    await screen.tap('扫企业码')
    await screen.see('已记下1家', '示例厂房科技有限公司', '现场扫码', '活动上传后自动登记')

    await screen.tap('粘贴名单')
    await screen.type(
      '示例科技有限公司',
      `示例甲有限公司 ${codeOf(2)}\n示例乙有限公司 ${codeOf(3).slice(0, 17)}`,
    )
    await screen.see('1家可以登记,1行要改', '统一社会信用代码为18位,现在是17位')
    await screen.tap('登记1家')
    await screen.see('2家待上传')

    await hand.killAndRelaunch()
    await screen.see('1条待上传')
    await recordsState(screen, TITLE)
    await openActivity(screen)
    await screen.see('2家待上传', '示例厂房科技有限公司', '示例甲有限公司')
    await hand.setOnline(true)
    await eventually(async () => expect(await recordsState(screen, TITLE)).toBe('待审核'))
    await openActivity(screen)
    await screen.see('现场扫码1·手工录入1', '示例厂房科技有限公司', '示例甲有限公司')
    await eventually(() => screen.seeNot('待上传'))
    // Who is there has come from the server.
    await screen.see(`${codeOf(1)}·`)
    await scans(hand, `统一社会信用代码:${codeOf(1)}`)
    await screen.tap('扫企业码')
    await screen.see('只算一家')
  }))

test('an enterprise has a code of its own to show, without a network', () =>
  withPhone(province, 'preview-enterprise-1', async (screen, hand) => {
    await screen.goToTab('me')
    await screen.see('我的企业码')
    await hand.setOnline(false)
    await screen.tap('我的企业码', '.list-row-title')
    await eventually(async () => {
      const [picture] = await screen.all('.me-code-picture')
      expect(await picture?.property('src')).toMatch(/^data:image\/svg\+xml,/)
    })
  }))

test('whoever declines the privacy guide can still record, enter and save', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    const declined = (options: { fail?: (error: object) => void }) => {
      options.fail?.({ errMsg: 'fail privacy permission is not authorized', errno: 104 })
      return new Promise(() => {})
    }
    for (const method of ['getLocation', 'chooseLocation', 'chooseMedia', 'scanCode', 'setClipboardData'])
      await hand.program.mockWxMethod(method, declined)
    await hand.program.mockWxMethod('showActionSheet', { tapIndex: 0 })
    await screen.see('接下来最划算')
    await fillIn(screen, '不同意隐私指引的对接会')
    await screen.tap('记下当前位置')
    await screen.see('没有取得位置,不影响保存')
    await screen.tap('地图选点')
    const [add] = await screen.all('.photo-grid-add')
    await add?.tap()
    await screen.see('0/9')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    await eventually(async () => expect(await recordsState(screen, '不同意隐私指引的对接会')).toBe('待审核'))
    await screen.tapWith('不同意隐私指引的对接会', '.records-main')
    await screen.isAt('activity')
    await screen.tap('扫企业码')
    await screen.tap('手工登记')
    await screen.see('替不能扫码的企业登记')
  }))
