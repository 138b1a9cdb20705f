/** The list of records with 2,000 of them: it opens, is searched, and each step down it sends little to the screen. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { storageWith } from '../../phone/world/many'
import { eventually, settled } from '../driver'
import { bytesOf, MESSAGE_LIMIT } from '../driver/budgets'
import { LONG_LIST } from '../driver/measured'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'

jest.setTimeout(120_000)
const STEPS = 4
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

test('each step down the list sends no more for 2,000 records than a page of them takes', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    await screen.see('浏阳市窗口平台', '接下来最划算')
    await hand.setOnline(false)
    const platform = { id: 'liuyang', name: '浏阳市窗口平台' }
    const { content } = storageWith(2_000, platform, new Date().toISOString())
    for (const [key, data] of content) await hand.program.callWxMethod('setStorage', { key, data })
    await hand.killAndRelaunch()
    await screen.goToTab('records')
    const rows = async () => (await screen.all('.records-row')).length
    await eventually(async () => expect(await rows()).toBe(25))

    const steps: { bytes: number; ms: number }[] = []
    for (let step = 1; step <= STEPS; step += 1) {
      const before = await settled(hand)
      const start = performance.now()
      await screen.tapWith('再看一些', '.records-more')
      await eventually(async () => expect(await rows()).toBe(25 * (step + 1)))
      const ms = performance.now() - start
      await settled(hand)
      const sent = (await hand.sentToScreen())?.slice(before)
      if (sent) steps.push({ bytes: bytesOf(sent), ms })
    }
    await screen.type('搜索名称、地点、企业', '第 1999 场')
    await eventually(async () => expect(await rows()).toBe(1))
    if (steps.length === 0) return console.log('This host does not measure setData: its budget is left out.')
    const bytes = Math.max(...steps.map((each) => each.bytes))
    expect(bytes).toBeLessThanOrEqual(MESSAGE_LIMIT)
    mkdirSync(dirname(LONG_LIST), { recursive: true })
    writeFileSync(LONG_LIST, JSON.stringify({ bytes, ms: Math.max(...steps.map((each) => each.ms)) }))
  }))
