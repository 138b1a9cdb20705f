/** Every screen with nothing to show, and every screen without a network: it says so, says what is safe, and what to do. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { creditCodeCheckCharacter } from '../../../src/shared/records'
import { eventually } from '../driver'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'

jest.setTimeout(60_000)
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
const servers: Server[] = []
afterAll(async () => {
  for (const server of servers) server.close()
  await province?.close()
})

const first17 = '91430181MC4300999'
const CODE = first17 + creditCodeCheckCharacter(first17)
const UNKNOWN = '01890a5d-ac96-774b-bcce-b302099a8057'

describe('somebody new sees on every screen what to do first', () => {
  test.each([
    ['/pages/progress/index', '还没有加入窗口平台'],
    ['/pages/records/index', '还没有加入窗口平台'],
    ['/pages/ranking/index', '还没有加入窗口平台'],
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

/** Screens that one comes to from others, or by a message, with what each shows once there is an answer. */
const deeper: [page: string, later: string][] = [
  ['/pages/filings/index', '待您审定'],
  ['/pages/filings/index?view=platform&platform=liuyang', '月报'],
  ['/pages/evaluation/index', '异议'],
  ['/pages/evaluation/index?view=exclusions&year=2026', '不再纳入'],
  ['/pages/stated/index', '没有填齐'],
  ['/pages/province/index', '个平台要关注'],
  ['/pages/review/index', '条待审核'],
  [`/pages/review/index?id=${UNKNOWN}`, '没有找到'],
  [`/pages/card/index?result=${UNKNOWN}`, '没有找到'],
  [`/pages/node/index?platform=liuyang&period=2026&node=matching&result=${UNKNOWN}`, '没有找到'],
]

test('deep in the app a phone that never had a network says so on every screen, and each can be tried again', () =>
  withPhone(
    province,
    'preview-province',
    async (screen, hand) => {
      for (const [url, later] of deeper) {
        await hand.setOnline(false)
        await hand.program.callWxMethod('reLaunch', { url })
        await screen.see('没有网络', '再试一次')
        await hand.setOnline(true)
        await screen.tapIfThere('再试一次').catch(() => undefined)
        await screen.see(later)
      }
    },
    { offline: true },
  ))

test('where something else answers than the service every screen says so, and each can be tried again', async () => {
  // As the page of a Wi-Fi that wants a login does.
  const server = createServer((_, answer) => answer.end('"login"'))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const wall = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await withPhone(
    province,
    'preview-province',
    async (screen, hand) => {
      for (const url of [
        '/pages/progress/index',
        '/pages/ranking/index',
        '/pages/me/index',
        ...deeper.map(([url]) => url),
      ]) {
        await hand.program.callWxMethod('reLaunch', { url })
        await screen.see('没有连上服务', '再试一次')
      }
    },
    { functions: wall },
  )
})

test('an enterprise that scans without a network can press at once, and learns later that the code is none', () =>
  withPhone(
    province,
    'preview-newcomer-2',
    async (screen, hand) => {
      await screen.see('现在没有网络,还不能看到活动内容', '先记下,联网后确认')
      await screen.type('如 9143', CODE)
      await screen.see('校验通过')
      await screen.type('与营业执照一致的全称', '示例断网时扫码的有限公司')
      await screen.tap('先记下,联网后确认')
      await screen.see('已记下,等待联网', '示例断网时扫码的有限公司', '可以放心离开')
      await hand.setOnline(true)
      await screen.tapIfThere('现在再试一次').catch(() => undefined)
      await screen.see('没有确认成功', '这个活动码无效')
      await screen.tap('知道了')
      await eventually(() => screen.seeNot('没有确认成功'))
    },
    { opened: '/pages/confirm/index?scene=AAAAAAAAAAAAAAAAAAAAAA', offline: true },
  ))

test('what was seen once is still there without a network, with the time from which it is', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    await screen.see('接下来最划算')
    await hand.setOnline(false)
    await hand.killAndRelaunch()
    await screen.see('没有网络,现在看到的是', '接下来最划算', '记一笔')
  }))

test('on a network that does not answer a record shows at once what the phone knows of it, and what is typed there stays', async () => {
  const server = createServer((request, answer) => {
    forward(request, answer).catch(() => answer.destroy())
  })
  let silent = false
  async function forward(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const body = Buffer.concat(parts)
    const asks = /"action":"(get|list|history)"/.test(body.toString())
    const isHeld = () => silent && server.listening && asks
    while (isHeld()) await new Promise((resolve) => setTimeout(resolve, 100))
    const { method, url = '', headers } = request
    const person = String(headers['x-preview-openid'] ?? '')
    const type = String(headers['content-type'] ?? '')
    const reply = await fetch(`${province.url}${url}`, {
      method,
      headers: { 'content-type': type, 'x-preview-openid': person },
      ...(body.length > 0 && { body }),
    })
    answer.writeHead(reply.status, { 'content-type': 'application/json' })
    answer.end(await reply.text())
  }
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const slow = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await withPhone(
    province,
    'preview-liuyang-staff',
    async (screen) => {
      await screen.see('接下来最划算')
      await screen.goToTab('records')
      silent = true
      await screen.tapWith('对接会', '.records-main')
      await screen.isAt('activity')
      await screen.see('出示活动码')
      await screen.seeNot('经过')
      await screen.tap('粘贴名单')
      await screen.type('示例科技有限公司', '只有名字的企业')
      await screen.see('1 行要改')
      silent = false
      await screen.see('经过')
      // What was being typed meanwhile is still there, in a sheet that is still open.
      await screen.see('1 行要改', '只有名字的企业')
    },
    { functions: slow },
  )
})
