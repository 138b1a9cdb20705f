/** A day of the field staff: progress, a record without network, upload, death of the app. */
import { eventually, settled, type Hand } from '../driver'
import { bytesOf, TAP_LIMIT } from '../driver/budgets'
import { keepTap } from '../driver/measured'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'
import { fillIn, recordsState, total } from './steps'
import type { Screen } from './screen'

/** Milliseconds. */
const LONGER_THAN_A_SHEET_GOES_DOWN = 800

jest.setTimeout(60_000)
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

const asStaff = (use: (screen: Screen, hand: Hand) => Promise<void>) => () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    await screen.see('浏阳市窗口平台', '接下来最划算')
    await use(screen, hand)
  })

test(
  'the first screen shows the total, a bar for each section, and what to do next',
  asStaff(async (screen) => {
    await screen.see('/100', '智赋万企行动40%', '信用贷款改革试点30%', '日常工作30%', '总分')
    expect(await total(screen)).toBeGreaterThan(0)
    const solid = await screen.all('.progress-bar-solid')
    expect(solid).toHaveLength(3)
    for (const bar of solid) expect(await bar.attribute('style')).toMatch(/width: ?\d+(\.\d+)?%/)
  }),
)

test(
  'a tap on a section unfolds its indicators, and sends little to the screen',
  asStaff(async (screen, hand) => {
    const before = await settled(hand)
    await screen.tapWith('日常工作', '.progress-section')
    await screen.see('注册认证')
    const sent = (await hand.sentToScreen())?.slice(before)
    if (!sent) return console.log('This host does not measure setData: the budget of a tap is left out.')
    expect(new Set(sent.map(({ within }) => within))).toEqual(new Set(['custom-wrapper']))
    expect(bytesOf(sent)).toBeLessThanOrEqual(TAP_LIMIT)
    keepTap('unfolding', bytesOf(sent))
  }),
)

test(
  'a sheet that is opened again while it goes down keeps its content',
  asStaff(async (screen) => {
    await screen.tap('记一笔')
    await screen.see('培训、政策、创业等')
    const [close] = await screen.all('.nut-popup-title-right')
    await close?.tap()
    await screen.tap('记一笔')
    await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_A_SHEET_GOES_DOWN))
    expect(await screen.words()).toContain('培训、政策、创业等')
  }),
)

test(
  'a form with gaps is not saved, and says at each gap what is wrong',
  asStaff(async (screen) => {
    await screen.tap('记一笔')
    await screen.tap('服务活动')
    await screen.isAt('record')
    await screen.tap('保存并上传')
    const wrong = await eventually(async () => {
      const errors = await screen.all('.field-row-error')
      expect(errors.length).toBeGreaterThan(0)
      return errors
    })
    for (const error of wrong) expect(await error.text()).not.toBe('')
    await screen.isAt('record')
  }),
)

// Before the tests that save: a full indicator gains nothing.
test(
  'the form says which indicator gains how much, and what that is of the total',
  asStaff(async (screen) => {
    await fillIn(screen, '值多少分的对接会')
    await eventually(async () =>
      expect(await screen.words()).toMatch(/通过审核后贷款对接活动\+\d+(\.\d+)?分\+\d+\.\d\d分·总分/),
    )
  }),
)

test(
  'without a network an activity is kept, waits to be sent, and moves the progress; with one it goes out',
  asStaff(async (screen, hand) => {
    const before = await total(screen)
    await hand.setOnline(false)
    // Coming back to the screen finds out that there is no network, and says so once.
    await screen.goToTab('records')
    await screen.goToTab('progress')
    await screen.see('没有网络,现在看到的是')
    await fillIn(screen, '断网时的对接会')
    await screen.see('总分', '没有网络也能保存')
    const log = await settled(hand)
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    await screen.see('1条待上传')
    await eventually(async () => expect(await total(screen)).toBeGreaterThan(before))
    const moved = (await hand.sentToScreen())
      ?.slice(log)
      .filter(({ page }) => page === 'pages/progress/index')
    if (moved) {
      expect(bytesOf(moved)).toBeLessThanOrEqual(TAP_LIMIT)
      keepTap('saving', bytesOf(moved))
    }
    expect(await recordsState(screen, '断网时的对接会')).toBe('待上传')
    await hand.setOnline(true)
    await eventually(async () => expect(await recordsState(screen, '断网时的对接会')).toBe('待审核'))
    await screen.goToTab('progress')
    await eventually(() => screen.seeNot('1条待上传'))
  }),
)

test(
  'a photo is taken, kept with the draft, and sent after the record',
  asStaff(async (screen, hand) => {
    await fillIn(screen, '有照片的对接会')
    await hand.program.mockWxMethod('showActionSheet', { tapIndex: 0 })
    const [add] = await screen.all('.photo-grid-add')
    await add?.tap()
    await screen.see('1/9')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    await eventually(async () => expect(await recordsState(screen, '有照片的对接会')).toBe('待审核'))
    await eventually(() => screen.seeNot('张照片'))
  }),
)

test(
  'whoever refuses the location can save all the same',
  asStaff(async (screen, hand) => {
    await hand.program.mockWxMethod('getLocation', (options: WechatMiniprogram.GetLocationOption) => {
      options.fail?.({ errMsg: 'getLocation:fail auth deny' })
      return new Promise(() => {})
    })
    await fillIn(screen, '不给位置的对接会')
    await screen.tap('记下当前位置')
    await screen.see('没有取得位置,不影响保存')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
  }),
)

test(
  'a killed app keeps the draft that was being typed',
  asStaff(async (screen, hand) => {
    await fillIn(screen, '写到一半')
    // A draft is in storage a quarter of a second after the last letter.
    await new Promise((resolve) => setTimeout(resolve, 500))
    await hand.killAndRelaunch()
    await screen.see('接下来最划算')
    expect(await recordsState(screen, '写到一半')).toBe('草稿')
    await screen.tap('记一笔')
    await screen.tap('服务活动')
    await screen.isAt('record')
    await screen.see('接着上次没写完的草稿')
  }),
)

test(
  'a draft is whole when the person leaves at once and the app dies then',
  asStaff(async (screen, hand) => {
    await fillIn(screen, '来电话了')
    await hand.program.native().goHome()
    await hand.killAndRelaunch()
    await screen.see('接下来最划算')
    expect(await recordsState(screen, '来电话了')).toBe('草稿')
  }),
)

test(
  'a killed app keeps what was waiting, also without a network, and sends it once',
  asStaff(async (screen, hand) => {
    await hand.setOnline(false)
    await fillIn(screen, '关机前的对接会')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    await hand.killAndRelaunch()
    await screen.see('1条待上传')
    expect(await recordsState(screen, '关机前的对接会')).toBe('待上传')
    await hand.setOnline(true)
    await eventually(async () => expect(await recordsState(screen, '关机前的对接会')).toBe('待审核'))
    const rows = await screen.all('.records-title')
    const titles = await Promise.all(rows.map((row) => row.text()))
    expect(titles.filter((title) => title === '关机前的对接会')).toHaveLength(1)
  }),
)

test(
  'an ordinary activity is recorded with at most six taps beside the typing',
  asStaff(async (screen) => {
    const before = screen.taps
    await fillIn(screen, '六次点按的对接会')
    await screen.type('0', '12')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    expect(screen.taps - before).toBeLessThanOrEqual(6)
  }),
)

test(
  'the tab of the records tells on every page how many wait, and no more once they are sent',
  asStaff(async (screen, hand) => {
    if ((await hand.badges()) === null)
      return console.log('This host does not tell badges: the tab is left out.')
    await hand.setOnline(false)
    await screen.goToTab('records')
    await screen.goToTab('progress')
    await fillIn(screen, '徽标上的对接会')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    await eventually(async () => expect(await hand.badges()).toEqual(new Map([[1, '1']])))
    await hand.setOnline(true)
    await eventually(async () => expect(await hand.badges()).toEqual(new Map()))
  }),
)

test(
  'what is changed in a record that waits is not taken for the next new one, and can be thrown away',
  asStaff(async (screen, hand) => {
    await hand.setOnline(false)
    await fillIn(screen, '等着上传的对接会')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    await recordsState(screen, '等着上传的对接会')
    await screen.tapWith('等着上传的对接会', '.records-main')
    await screen.isAt('activity')
    await screen.see('复制为文字')
    await screen.tap('修改')
    await screen.isAt('record')
    await screen.type('如:园区银企对接会', '改到一半的对接会')
    await screen.goToTab('progress')
    await screen.tap('记一笔')
    await screen.tap('服务活动')
    await screen.isAt('record')
    await screen.see('保存并上传', '选好类别后显示能加多少分')
    await screen.seeNot('接着上次')
    await screen.goToTab('records')
    await screen.see('有未保存的修改')
    await screen.tapWith('等着上传的对接会', '.records-main')
    await screen.isAt('activity')
    await hand.program.mockWxMethod('showModal', { confirm: true, cancel: false })
    await screen.tap('修改')
    await screen.isAt('record')
    await screen.see('接着上次没保存的修改')
    await screen.tap('放弃修改')
    await eventually(() => screen.seeNot('接着上次没保存的修改'))
    await screen.goToTab('records')
    await screen.see('等着上传的对接会')
    await screen.seeNot('有未保存的修改')
  }),
)

test(
  'a photo whose file is gone says so, on the record and in its form',
  asStaff(async (screen, hand) => {
    await hand.setOnline(false)
    await fillIn(screen, '照片丢了的对接会')
    await hand.program.mockWxMethod('showActionSheet', { tapIndex: 0 })
    const [add] = await screen.all('.photo-grid-add')
    await add?.tap()
    await screen.see('1/9', '待上传')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    await hand.program.evaluate(() => {
      const files = wx.getFileSystemManager()
      const folder = `${wx.env.USER_DATA_PATH}/photos`
      for (const name of files.readdirSync(folder)) files.unlinkSync(`${folder}/${name}`)
    })
    await hand.setOnline(true)
    await eventually(async () => expect(await recordsState(screen, '照片丢了的对接会')).toBe('待审核'))
    await screen.tapWith('照片丢了的对接会', '.records-main')
    await screen.isAt('activity')
    // With the server's answer, which exchanges the buttons below.
    await screen.see('经过', '点此重传', '照片1:手机里找不到这张照片,请删除后重新添加。')
    await screen.tap('修改')
    await screen.isAt('record')
    await screen.see('点此重传', '照片1:手机里找不到这张照片,请删除后重新添加。')
  }),
)
