/** Every screen with nothing to show, and every screen without a network: it says so, says what is safe, and what to do. */
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'

jest.setTimeout(60_000)
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

const UNKNOWN = '01890a5d-ac96-774b-bcce-b302099a8057'

describe('somebody new sees on every screen what to do first', () => {
  test.each([
    ['/pages/progress/index', '还没有加入窗口平台'],
    ['/pages/records/index', '这里还没有记录'],
    ['/pages/me/index', '输入邀请码'],
    ['/pages/record/index', '还没有加入窗口平台'],
    ['/pages/node/index', '没有选定指标'],
    ['/pages/card/index', '没有选定结果'],
    ['/pages/confirm/index', '这个码打不开活动'],
  ])('%s', (opened, words) =>
    withPhone(province, 'preview-newcomer-2', (screen) => screen.see(words), { opened }),
  )
})

describe('somebody without a right is told so, and sees nothing of others', () => {
  test.each([
    ['/pages/review/index', '没有这项权限'],
    [`/pages/review/index?id=${UNKNOWN}`, '没有'],
    [`/pages/activity/index?id=${UNKNOWN}`, '没有'],
    [`/pages/card/index?result=${UNKNOWN}`, '没有'],
  ])('%s', (opened, words) =>
    withPhone(province, 'preview-newcomer-2', (screen) => screen.see(words), { opened }),
  )
})

describe('without a network from the first moment every screen says that nothing is lost, and can be tried again', () => {
  test.each([
    ['/pages/progress/index', 'preview-liuyang-staff', '接下来最划算'],
    ['/pages/ranking/index', 'preview-liuyang-staff', '我的平台'],
    ['/pages/me/index', 'preview-liuyang-staff', '待上传的记录'],
    ['/pages/review/index', 'preview-changsha-reviewer', '条待审核'],
  ])('%s', (opened, person, later) =>
    withPhone(
      province,
      person,
      async (screen, hand) => {
        await screen.see('没有网络', '再试一次')
        await hand.setOnline(true)
        // Some screens try by themselves as soon as there is a network again.
        await screen.tapIfThere('再试一次').catch(() => undefined)
        await screen.see(later)
      },
      { opened, offline: true },
    ),
  )
})

test('what was seen once is still there without a network, with the time from which it is', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    await screen.see('接下来最划算')
    await hand.setOnline(false)
    await hand.killAndRelaunch()
    await screen.see('没有网络,现在看到的是', '接下来最划算', '记一笔')
  }))
