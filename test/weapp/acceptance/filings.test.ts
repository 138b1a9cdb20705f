/** 报送: a month's report with its sign-off, the self-assessment, the annual summary. */
import { monthOf, previousMonth, shanghaiDate } from '../../../src/shared/calendar'
import { filingTitle } from '../../../src/shared/filings'
import { eventually, type Hand } from '../driver'
import { fieldsWith, valueOf } from './fields'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'
import type { Screen } from './screen'

jest.setTimeout(120_000)
const month = previousMonth(monthOf(shanghaiDate(new Date())))
const year = month.slice(0, 4)
const REPORT = filingTitle('monthly', month)
const ASSESSMENT = filingTitle('self-assessment', year)
const SUMMARY = filingTitle('annual-summary', year)
const form = `/pages/filings/index?view=form&platform=liuyang&kind=monthly&period=${month}`
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

const asManager = (use: (screen: Screen, hand: Hand) => Promise<void>, opened = '/pages/filings/index') =>
  withPhone(province, 'preview-liuyang-manager', use, { opened })

const asReviewer = (use: (screen: Screen) => Promise<void>) =>
  withPhone(province, 'preview-changsha-reviewer', use, { opened: '/pages/filings/index' })

const fillAll = async (screen: Screen, placeholder: string, text: string) => {
  for (const field of await fieldsWith(screen, placeholder)) await field.input(text)
}

/** What is sent for the second time after the due time says why. */
const send = async (screen: Screen) => {
  const words = await screen.words()
  if (words.includes('更正原因')) await screen.type('截止后更正请写明原因', '数据有误')
  await screen.tap(words.includes('更正报送') ? '更正报送' : '报送')
}

const fileReport = async (screen: Screen, figure: string) => {
  await screen.see(REPORT, '本月数')
  await fillAll(screen, '0', figure)
  await fillAll(screen, '统计表', '省平台后台统计表')
  await send(screen)
  await screen.see('项近期要报')
  await eventually(async () =>
    expect(await (await screen.findWith(REPORT, '.list-row')).text()).toContain('待审定'),
  )
}

const openWaiting = async (screen: Screen) => {
  await screen.see('项待您审定')
  await screen.tapWith(`${REPORT}浏阳市`, '.list-row')
  await screen.see('来源:省平台后台统计表')
}

test('a report with a wrong figure is not filed; it is returned with a reason, corrected, and signed off', async () => {
  await asManager(async (screen) => {
    await screen.see(REPORT, '本月数')
    await fillAll(screen, '统计表', '省平台后台统计表')
    await fillAll(screen, '0', '9999999999')
    await screen.see('数字太大,不能超过 10 亿')
    await send(screen)
    await screen.isAt('filings')
    await screen.see('数字太大,不能超过 10 亿', '本月数')
    await fileReport(screen, '12')
  }, form)
  await asReviewer(async (screen) => {
    await openWaiting(screen)
    await screen.tap('退回')
    await screen.see('平台会看到原因')
    await screen.tap('数据来源不清楚', '.reason-sheet-phrase')
    await screen.tap('退回')
    await screen.see('项待您审定')
    await eventually(() => screen.seeNot(`${REPORT}浏阳市`))
  })
  await asManager(async (screen) => {
    await screen.see('被退回', '退回原因:数据来源不清楚')
    await screen.tapWith(REPORT, '.list-row')
    await fileReport(screen, '13')
  })
  await asReviewer(async (screen) => {
    await openWaiting(screen)
    await screen.tap('审定通过')
    await screen.see('项待您审定')
    await eventually(() => screen.seeNot(`${REPORT}浏阳市`))
  })
  await asManager(async (screen) => {
    await screen.see(REPORT)
    expect(await (await screen.findWith(REPORT, '.list-row')).text()).toContain('已审定')
    await screen.tapWith(REPORT, '.list-row')
    await screen.see('经过', '退回第', '审定通过第', '13')
  })
})

test('the self-assessment begins with the card’s points, refuses too many, and is filed', () =>
  asManager(async (screen) => {
    await screen.tapWith(ASSESSMENT, '.list-row')
    await screen.see('指标', '系统', '自评', '相差', '以评价结果为准')
    const points = await eventually(async () => {
      const fields = await fieldsWith(screen, '—')
      // One section after the other comes in sight.
      expect(fields.length).toBeGreaterThan(25)
      return fields
    })
    const begun = await Promise.all(points.map(valueOf))
    expect(begun.filter((text) => Number(text) > 0).length).toBeGreaterThan(0)
    await points[0]?.input('999')
    await screen.see('填 0–')
    await points[0]?.input('0')
    for (const [at, field] of points.entries()) if (begun[at] === '') await field.input('0')
    await eventually(() => screen.seeNot('没有填好'))
    await screen.tap('报送')
    await screen.see('项近期要报')
    await eventually(async () =>
      expect(await (await screen.findWith(ASSESSMENT, '.list-row')).text()).toContain('待审定'),
    )
  }))

test('the annual summary counts its characters with and without punctuation, and stands as it was filed', () =>
  asManager(async (screen, hand) => {
    await screen.tapWith(SUMMARY, '.list-row')
    await screen.see('正文', '字,不超过 1500 字', '含标点')
    const before = await screen.words()
    await screen.see('还空着:营业收入、成本、利润')
    await screen.type('第一个问题', '服务机构少,企业来往不便。')
    await eventually(async () => expect(await screen.words()).not.toBe(before))
    const count = /正文([\d,]+)字.*?含标点([\d,]+)/.exec(await screen.words())
    const [words, all] = [count?.[1], count?.[2]].map((text) => Number(text?.replace(',', '')))
    expect(all).toBeGreaterThan(words ?? Number.NaN)
    await hand.program.mockWxMethod('showModal', { confirm: true, cancel: false })
    await screen.tap('报送')
    await screen.see('项近期要报')
    await eventually(async () =>
      expect(await (await screen.findWith(SUMMARY, '.list-row')).text()).toContain('待审定'),
    )
    await screen.tapWith(SUMMARY, '.list-row')
    await screen.tapWith('已报送的内容和审定情况', '.list-row')
    await screen.see('服务机构少,企业来往不便。', `正文 ${count?.[1] ?? ''} 字`, '经过', '报送第 1 版')
  }))
