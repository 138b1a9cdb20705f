/** An enterprise that was never here confirms by an activity's code; codes that open nothing; a press without a network. */
import { addDays, shanghaiDate } from '../../../src/shared/calendar'
import { creditCodeCheckCharacter } from '../../../src/shared/records'
import { eventually, type Hand } from '../driver'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'
import type { Screen } from './screen'
import { fillIn, recordsState } from './steps'

jest.setTimeout(120_000)
const TITLE = '新企业参加的对接会'
const REVOKED = '停用了码的对接会'
const first17 = '91430181MC4300888'
const check = creditCodeCheckCharacter(first17)
const CODE = first17 + check
const WRONG = first17 + (check === '1' ? '2' : '1')
const ENTERPRISE = '示例第一次来的科技有限公司'
/** What the codes of the activities hold, by the title. */
const tokens = new Map<string, string>()
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

const scanned = (token: string | undefined) => ({
  opened: `/pages/confirm/index?scene=${encodeURIComponent(token ?? '')}`,
})

const showCode = async (screen: Screen, title: string) => {
  await eventually(async () => expect(await recordsState(screen, title)).toBe('待审核'))
  await screen.tapWith(title, '.records-main')
  await screen.isAt('activity')
  await screen.tap('出示活动码')
}

const copyToken = async (screen: Screen, hand: Hand): Promise<string> => {
  await screen.tap('复制链接')
  return eventually(async () => {
    const copied: unknown = await hand.program.callWxMethod('getClipboardData', {})
    const token = /scene=([\w-]+)/.exec(JSON.stringify(copied))?.[1]
    if (token === undefined) throw new Error('no link was copied')
    return token
  })
}

test('staff show two codes, and stop one of them', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    await screen.see('接下来最划算')
    for (const title of [TITLE, REVOKED]) {
      await fillIn(screen, title)
      await screen.tap('保存并上传')
      await screen.isAt('progress')
    }
    await showCode(screen, TITLE)
    tokens.set(TITLE, await copyToken(screen, hand))
    await screen.tap('完成')
    await showCode(screen, REVOKED)
    tokens.set(REVOKED, await copyToken(screen, hand))
    await hand.program.mockWxMethod('showActionSheet', { tapIndex: 1 })
    await screen.tap('停用活动码')
    await screen.see('重新生成活动码')
  }))

test.each([
  ['that was stopped', () => tokens.get(REVOKED), '这个码已停用', '请扫描现场最新的活动码'],
  ['that nobody issued', () => 'AAAAAAAAAAAAAAAAAAAAAA', '这个码打不开活动', '请扫描现场出示的活动码'],
])('a code %s opens nothing, and says why', (_, token, ...words) =>
  withPhone(province, 'preview-newcomer-2', (screen) => screen.see(...words), scanned(token())),
)

test('where a code opens nothing, the one on the spot is scanned from there; in vain, staff can help', () =>
  withPhone(
    province,
    'preview-newcomer-2',
    async (screen, hand) => {
      const hold = (what: object) => hand.program.mockWxMethod('scanCode', { result: '', ...what })
      await screen.see('这个码打不开活动', '重新扫码')
      await hold({ result: 'https://example.com/' })
      await screen.tap('重新扫码')
      await screen.see('扫到的不是活动码', '请现场工作人员替您登记')
      await hold({ path: `pages/confirm/index?scene=${tokens.get(REVOKED) ?? ''}` })
      await screen.tap('重新扫码')
      await screen.see('这个码已停用', '还是打不开?请现场工作人员替您登记')
      await hold({ path: `pages/confirm/index?scene=${tokens.get(TITLE) ?? ''}` })
      await screen.tap('重新扫码')
      await screen.see(TITLE, '确认参加')
    },
    scanned('AAAAAAAAAAAAAAAAAAAAAA'),
  ))

test('a code opened without a network shows its activity as soon as there is one, and what was typed stays', () =>
  withPhone(
    province,
    'preview-newcomer-2',
    async (screen, hand) => {
      await screen.see('现在没有网络,还不能看到活动内容')
      await screen.type('如 9143', CODE)
      await screen.see('校验通过')
      if (!hand.tellsNetwork) return console.log('This host tells no app that the network is back: left out.')
      await hand.setOnline(true)
      await screen.see(TITLE, '确认参加', '校验通过')
      await screen.seeNot('现在没有网络')
    },
    { ...scanned(tokens.get(TITLE)), offline: true },
  ))

test('without a network the press of a newcomer is kept, and goes out when there is one again', () =>
  withPhone(
    province,
    'preview-newcomer-1',
    async (screen, hand) => {
      await screen.see(TITLE, '您代表的企业')
      await screen.type('如 9143', WRONG)
      await screen.see('校验位不符')
      await screen.type('与营业执照一致的全称', ENTERPRISE)
      await screen.findWith('确认参加', '.nut-button-disabled')
      await screen.type('如 9143', CODE)
      await screen.see('校验通过')
      await hand.setOnline(false)
      await screen.tap('确认参加')
      await screen.see('已记下,等待联网', TITLE, ENTERPRISE)
      await hand.killAndRelaunch(scanned(tokens.get(TITLE)).opened)
      await screen.see('已记下,等待联网', ENTERPRISE)
      await hand.setOnline(true)
      await screen.tapIfThere('现在再试一次').catch(() => undefined)
      await screen.see('已于', '确认', '这次服务怎么样')
      const stars = await screen.all('.nut-rate-item')
      await stars[3]?.tap()
      await screen.see('4星')
      await screen.type('还想说点什么', '对接很及时')
      await screen.tap('提交评价')
      await screen.see('谢谢您的评价')
    },
    scanned(tokens.get(TITLE)),
  ))

test('the staff see who has confirmed', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.goToTab('records')
    await screen.tapWith(TITLE, '.records-main')
    await screen.see(ENTERPRISE)
  }))

test('when the activity is over, its code says so', async () => {
  await withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.goToTab('records')
    await screen.tapWith(TITLE, '.records-main')
    await screen.isAt('activity')
    await screen.tap('修改')
    await screen.isAt('record')
    for (const label of ['开始', '结束']) {
      const field = await screen.findWith(label, '.field-row')
      const [day] = await screen.all('picker', field)
      await day?.trigger('change', { value: addDays(shanghaiDate(new Date()), -3) })
    }
    await screen.type('如:补充签到表', '日期填错了')
    await screen.tap('保存并上传')
    await screen.goToTab('records')
    await screen.type('搜索名称、地点、企业', TITLE)
    await eventually(async () => expect(await recordsState(screen, TITLE)).toBe('待审核'))
  })
  await withPhone(
    province,
    'preview-newcomer-2',
    (screen) => screen.see('确认时间已过', '请联系现场工作人员登记'),
    scanned(tokens.get(TITLE)),
  )
})
