/** One activity from its record to its points: staff, enterprise, reviewer, and back. */
import { eventually } from '../driver'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'
import { squeezed, type Screen } from './screen'
import { fillIn, recordsState } from './steps'

jest.setTimeout(60_000)
const TITLE = '园区银企对接会(验收)'
let province: Province
/** What the activity's code holds. */
let token = ''
/** Points that counted before. */
let before = 0

beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

const counted = (words: string) => Number(/已通过([\d.]+)分/.exec(words)?.[1] ?? Number.NaN)

test('staff record an activity and show its code', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    await screen.see('接下来最划算')
    before = counted(await screen.words())
    expect(before).toBeGreaterThan(0)
    await fillIn(screen, TITLE)
    await screen.type('0', '12')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    await eventually(async () => expect(await recordsState(screen, TITLE)).toBe('待审核'))
    await screen.tapWith(TITLE, '.records-main')
    await screen.isAt('activity')
    await screen.tap('出示活动码')
    await eventually(async () => {
      const [image] = await screen.all('.code-screen-image')
      expect(await image?.property('src')).toMatch(/^data:image|^cloud:|^http/)
    })
    await screen.tap('复制链接')
    const copied: unknown = await eventually(() => hand.program.callWxMethod('getClipboardData', {}))
    token = /scene=([\w-]+)/.exec(JSON.stringify(copied))?.[1] ?? ''
    expect(token).toMatch(/^[\w-]{16,32}$/)
  }))

test('the poster says when it can be scanned, goes into the album, and is the same the next time', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    await screen.goToTab('records')
    await screen.tapWith(TITLE, '.records-main')
    const posters: unknown[] = []
    for (let visit = 0; visit < 2; visit += 1) {
      await screen.tap('出示活动码')
      await screen.tap('打印张贴')
      await screen.see('活动时间', '可扫码时间', '企业代表请用微信扫码', '打印后张贴在现场')
      posters.push(
        await eventually(async () => {
          const [image] = await screen.all('.code-screen-image')
          const source = await image?.property('src')
          expect(source).toMatch(/^data:image/)
          return source
        }),
      )
      await screen.tap('保存到相册')
      await screen.see('已保存到相册')
      await screen.tap('完成')
    }
    expect(posters[1]).toBe(posters[0])
    await hand.program.mockWxMethod('saveImageToPhotosAlbum', (options: { fail: (why: object) => void }) =>
      options.fail({ errMsg: 'saveImageToPhotosAlbum:fail auth deny' }),
    )
    await screen.tap('出示活动码')
    await screen.tap('打印张贴')
    await screen.tap('保存到相册')
    await screen.see('没有相册权限,图片没有保存', '允许“添加到相册”')
    await hand.program.restoreWxMethod('saveImageToPhotosAlbum')
  }))

test('a code that is none opens nothing, and says what to do', () =>
  withPhone(
    province,
    'preview-enterprise-1',
    async (screen) => {
      await screen.see('这个码打不开活动', '请扫描现场出示的活动码')
    },
    { opened: '/pages/confirm/index?scene=not-a-code' },
  ))

test('an enterprise scans it, confirms, and rates', () =>
  withPhone(
    province,
    'preview-enterprise-1',
    async (screen) => {
      await screen.see(TITLE, '长沙示例精密科技有限公司')
      await screen.tap('确认参加')
      await screen.see('已确认参加', '这次服务怎么样')
      const stars = await screen.all('.nut-rate-item')
      expect(stars).toHaveLength(5)
      await stars[4]?.tap()
      await screen.see('5星')
      await screen.tap('提交评价')
      await screen.see('谢谢您的评价')
    },
    { opened: `/pages/confirm/index?scene=${encodeURIComponent(token)}` },
  ))

test('whoever scans again is told since when it is confirmed, and counts once', () =>
  withPhone(
    province,
    'preview-enterprise-1',
    async (screen) => {
      await screen.see('已于', '确认')
      expect(await screen.words()).not.toContain('确认参加')
    },
    { opened: `/pages/confirm/index?scene=${encodeURIComponent(token)}` },
  ))

test('another confirms and goes away, and rates later from its own list', () =>
  withPhone(
    province,
    'preview-enterprise-2',
    async (screen, hand) => {
      await screen.tap('确认参加')
      await screen.see('已确认参加')
      await hand.program.callWxMethod('reLaunch', { url: '/pages/me/index' })
      await screen.isAt('me')
      await screen.see('我的参与', `${TITLE}`, '扫码确认', '去评价')
      await screen.tapWith(TITLE, '.list-row')
      await screen.see('这次服务怎么样')
      const stars = await eventually(async () => {
        const found = await screen.all('.nut-rate-item')
        expect(found).toHaveLength(5)
        return found
      })
      await stars[3]?.tap()
      await screen.tap('提交评价')
      await eventually(async () => {
        const row = await screen.findWith(TITLE, '.list-row')
        expect(squeezed(await row.text())).toContain('4星')
      })
    },
    { opened: `/pages/confirm/index?scene=${encodeURIComponent(token)}` },
  ))

const openInQueue = async (screen: Screen) => {
  await screen.goToTab('me')
  await screen.tapWith('各平台提交的记录', '.list-row')
  await screen.isAt('review')
  await screen.tapWith(TITLE, '.list-row')
  await screen.see('申报家次', '已确认(家)')
}

test('a reviewer cannot return a record without a reason, and returns it with one', () =>
  withPhone(province, 'preview-changsha-reviewer', async (screen) => {
    await openInQueue(screen)
    await screen.tap('退回')
    await screen.see('平台会看到原因')
    await screen.tap('退回')
    await screen.see('平台会看到原因', TITLE)
    await screen.type('请写明原因', '请补写成效')
    await screen.tap('退回')
    await eventually(async () => expect(await screen.words()).toContain('条待审核'))
    await eventually(() => screen.seeNot(TITLE))
  }))

test('staff see the reason, change the record and send it again', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.see('接下来最划算')
    await eventually(async () => expect(await recordsState(screen, TITLE)).toBe('被退回'))
    await screen.see('请补写成效')
    await screen.tapWith(TITLE, '.records-main')
    await screen.tap('修改')
    await screen.isAt('record')
    await screen.see('被退回:请补写成效')
    await screen.type('如:3家达成', '12 家达成意向')
    await screen.type('如:补充签到表', '已补写成效')
    await screen.tap('保存并上传')
    await eventually(async () => expect(await recordsState(screen, TITLE)).toBe('待审核'))
  }))

test('the reviewer approves it, and it counts', async () => {
  await withPhone(province, 'preview-changsha-reviewer', async (screen) => {
    await openInQueue(screen)
    await screen.see('第2版')
    await screen.tap('通过')
    await eventually(() => screen.seeNot(TITLE))
  })
  await withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.see('接下来最划算')
    expect(counted(await screen.words())).toBeGreaterThan(before)
    expect(await recordsState(screen, TITLE)).toBe('已通过')
  })
})
