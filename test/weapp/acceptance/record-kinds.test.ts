/** Every kind of record, filled in and handed in; one withdrawn with a reason; a draft thrown away. */
import { creditCodeCheckCharacter } from '../../../src/shared/records'
import { eventually } from '../driver'
import { typeIn } from './fields'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'
import type { Screen } from './screen'
import { recordsState } from './steps'

jest.setTimeout(120_000)
const first17 = '91430181MC4300777'
const CODE = first17 + creditCodeCheckCharacter(first17)
const ENTERPRISE = '示例新材料科技有限公司'
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

const begin = async (screen: Screen, start: string) => {
  await screen.goToTab('progress')
  await screen.tap('记一笔')
  await screen.tap(start, '.record-button-title')
  await screen.isAt('record')
}

/** Saves, and waits until the server has it. */
const handIn = async (screen: Screen, title: string) => {
  await screen.tap('保存并上传')
  await screen.isAt('progress')
  await eventually(async () => expect(await recordsState(screen, title)).toBe('待审核'))
}

test('a visit, a demand, a transaction and an honour are handed in, and stand among the records', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.see('接下来最划算')
    await begin(screen, '走访')
    await screen.type('如:走访经开区', '走访两家新材料企业')
    await screen.type('如:浏阳经开区', '浏阳经开区')
    await typeIn(screen, '参与企业', '2')
    await screen.type('如:缺流动资金', '缺流动资金 200 万元')
    await handIn(screen, '走访两家新材料企业')

    await begin(screen, '融资需求')
    await screen.tap('贷款需求', '.chips-chip')
    await screen.type('如 9143', CODE)
    await screen.see('校验通过')
    await screen.type('与营业执照一致的全称', ENTERPRISE)
    await typeIn(screen, '金额', '200')
    await screen.type('如:购置设备', '购置设备')
    await handIn(screen, ENTERPRISE)
    await screen.see('融资需求')

    await begin(screen, '线上交易')
    await screen.tap(ENTERPRISE, '.enterprise-fields-one')
    await screen.type('如:高新技术企业认定辅导', '高企认定辅导')
    await screen.type('省平台上的订单号', 'DD20260007')
    await screen.tapIn('双方已确认', '.nut-switch')
    await handIn(screen, '高企认定辅导')
    await screen.see('线上交易')

    await begin(screen, '荣誉报道')
    await screen.tap('权威主流媒体报道', '.chips-chip')
    await screen.type('报道的标题', '直播助企的浏阳做法')
    await screen.type('如:湖南日报', '湖南日报')
    await screen.type('文号、网址等', 'https://example.com/report')
    await handIn(screen, '直播助企的浏阳做法')
    await screen.see('荣誉与报道')
  }))

test('a record is withdrawn with a reason, and stays in sight with it', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.goToTab('records')
    await screen.tapWith('直播助企的浏阳做法', '.records-main')
    await screen.isAt('activity')
    await screen.see('湖南日报')
    await screen.tap('撤回')
    await screen.see('记录和经过仍然保留')
    await screen.tap('重复填报', '.reason-sheet-phrase')
    await screen.tap('撤回')
    await screen.see('已撤回', '重复填报')
    await eventually(async () => expect(await recordsState(screen, '直播助企的浏阳做法')).toBe('已撤回'))
  }))

test('a draft waits among the records, over the death of the app, until it is thrown away', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    await screen.see('接下来最划算')
    await begin(screen, '荣誉报道')
    await screen.tap('服务之星', '.chips-chip')
    await screen.type('证书或文件上的名称', '写到一半的荣誉')
    await screen.goToTab('progress')
    await hand.killAndRelaunch()
    expect(await recordsState(screen, '写到一半的荣誉')).toBe('草稿')
    await screen.tapWith('写到一半的荣誉', '.records-main')
    await screen.isAt('record')
    await screen.see('接着上次没写完的草稿')
    await hand.program.mockWxMethod('showModal', { confirm: true, cancel: false })
    await screen.tap('删除草稿')
    await screen.isAt('records')
    await eventually(() => screen.seeNot('写到一半的荣誉'))
  }))
