/** 我的: joining a platform, and who is refused. */
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'
import type { Screen } from './screen'

jest.setTimeout(60_000)
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

test('an invitation code that is wrong is refused, and the person can try again', () =>
  withPhone(province, 'preview-newcomer-1', async (screen) => {
    await screen.goToTab('me')
    await screen.see('还没有加入平台')
    await screen.tap('输入邀请码')
    await screen.type('对方发给您的邀请码', 'WRONG-CODE')
    await screen.type('真实姓名', '新同事')
    await screen.tap('加入')
    await screen.see('邀请码不对')
    await screen.type('对方发给您的邀请码', 'AGAIN-WRONG')
    await screen.tap('加入')
    await screen.see('邀请码不对', '还没有加入平台')
  }))

test('a manager invites, a newcomer joins with the code, and nobody else can use it', async () => {
  let code = ''
  await withPhone(province, 'preview-liuyang-manager', async (screen, hand) => {
    await screen.goToTab('me')
    await screen.tap('发一个一次性邀请码')
    await screen.tap('生成邀请码')
    await screen.see('只能用一次')
    await screen.tap('复制邀请码')
    const copied: unknown = await hand.program.callWxMethod('getClipboardData', {})
    code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(JSON.stringify(copied))?.[0] ?? ''
  })
  expect(code).not.toBe('')
  const join = async (screen: Screen) => {
    await screen.goToTab('me')
    await screen.tap('输入邀请码')
    await screen.type('对方发给您的邀请码', code)
    await screen.type('真实姓名', '新同事')
    await screen.tap('加入')
  }
  await withPhone(province, 'preview-newcomer-1', async (screen) => {
    await join(screen)
    await screen.see('窗口工作人员·浏阳市窗口平台', '待上传的记录')
    await screen.goToTab('progress')
    await screen.see('浏阳市窗口平台', '接下来最划算')
  })
  await withPhone(province, 'preview-newcomer-2', async (screen) => {
    await join(screen)
    await screen.see('这个邀请码已被使用')
  })
})
