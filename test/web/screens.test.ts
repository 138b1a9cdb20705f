/**
 * Every screen in the browser, as the people of the example see it: it shows what it is for, writes no error
 * and asks no other machine. The pictures lie in `.local/screens` for people to look at; with KEEP_SCREENS=1
 * those of the README are kept.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { shanghaiDate } from '../../src/shared/calendar'
import { accessibilityFaults } from './harness/accessibility'
import { deskSize, launch, phoneSize, visit, type Visitor } from './harness/browser'
import { openPreview, type Preview } from './harness/preview'

jest.setTimeout(120_000)

const root = resolve(__dirname, '..', '..')
const folder = process.env.KEEP_SCREENS
  ? join(root, 'test', 'web', 'screens')
  : join(root, '.local', 'screens')

let preview: Preview
let browser: Browser

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  preview = await openPreview()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await preview?.stop()
})

const lastYear = Number(shanghaiDate(new Date()).slice(0, 4)) - 1
const stated = `pages/stated/index?tier=county&year=${lastYear}`

/** Name of the picture, who looks, at which page, and words that must be in sight. */
const screens: [string, string, string, RegExp][] = [
  ['progress', 'preview-liuyang-staff', 'pages/progress/index', /接下来最划算/],
  ['progress-newcomer', 'preview-newcomer-1', 'pages/progress/index', /邀请码/],
  ['record', 'preview-liuyang-staff', 'pages/record/index', /保存并上传/],
  ['records', 'preview-liuyang-staff', 'pages/records/index', /待审核/],
  ['ranking', 'preview-liuyang-manager', 'pages/ranking/index', /全年走势/],
  ['ranking-province', 'preview-province', 'pages/ranking/index', /共 35 个平台/],
  ['me', 'preview-liuyang-manager', 'pages/me/index', /平台负责人/],
  ['me-province', 'preview-province', 'pages/me/index', /评价与公布/],
  ['review', 'preview-changsha-reviewer', 'pages/review/index', /条待审核/],
  ['confirm-wrong-code', 'preview-enterprise-1', 'pages/confirm/index?scene=wrongwrongwrong1', /活动码/],
  ['activity-unknown', 'preview-liuyang-staff', 'pages/activity/index?id=none', /./],
  ['filings', 'preview-liuyang-manager', 'pages/filings/index', /月报|报送/],
  ['province', 'preview-province', 'pages/province/index', /\/ 50 个平台要关注/],
  ['province-area', 'preview-changsha-reviewer', 'pages/province/index', /个平台要关注/],
  ['stated', 'preview-province', 'pages/stated/index', /项没有填齐/],
  ['stated-item', 'preview-province', `${stated}&kind=quantity&name=registrationTarget`, /个平台已填/],
  ['stated-cuts', 'preview-province', `${stated}&view=cuts`, /还没有分数线/],
  ['evaluation', 'preview-province', 'pages/evaluation/index', /没有待答复/],
  ['evaluation-period', 'preview-province', `pages/evaluation/index?period=${lastYear}`, /公布/],
  ['exclusions', 'preview-province', `pages/evaluation/index?view=exclusions&year=${lastYear}`, /纳入评价/],
]

test.each(screens)('%s, on a phone', async (name, openid, path, words) => {
  const visitor = await visit(browser, preview.url, openid, phoneSize)
  await visitor.open(path)
  await visitor.page.getByText(words).filter({ visible: true }).first().waitFor()
  await visitor.page.screenshot({ path: join(folder, `${name}.png`) })
  expect(visitor.faults).toEqual([])
  // Nothing sticks out of the screen at its side.
  const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(phoneSize.width)
  expect(await accessibilityFaults(visitor.page)).toEqual([])
  await visitor.context.close()
})

test('a card and one of its points, on a phone', async () => {
  const visitor = await visit(browser, preview.url, 'preview-liuyang-manager')
  await visitor.open('pages/ranking/index')
  await visitor.page.locator('.ranking-own').click()
  await visitor.page.locator('.card-node:visible', { hasText: '贷款对接活动' }).waitFor()
  await settled(visitor)
  await visitor.page.screenshot({ path: join(folder, 'card.png') })
  await visitor.page.locator('.card-node:visible .list-row', { hasText: '贷款对接活动' }).click()
  await visitor.page.getByText('计分记录').filter({ visible: true }).first().waitFor()
  await settled(visitor)
  await visitor.page.screenshot({ path: join(folder, 'node.png') })
  expect(visitor.faults).toEqual([])
  await visitor.context.close()
})

test('on a desk the same screens stand without sticking out', async () => {
  const visitor = await visit(browser, preview.url, 'preview-province', deskSize)
  const pages = [
    ['pages/ranking/index', '共 35 个平台'],
    ['pages/me/index', '评价与公布'],
    ['pages/review/index', '条待审核'],
  ] as const
  for (const [path, words] of pages) {
    await visitor.open(path)
    await visitor.page.getByText(words).filter({ visible: true }).first().waitFor()
    const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(deskSize.width)
  }
  await visitor.page.screenshot({ path: join(folder, 'review-desk.png') })
  expect(visitor.faults).toEqual([])
  await visitor.context.close()
})

/** The next page has slid in and its answers are there. */
async function settled({ page }: Visitor): Promise<void> {
  await page.waitForTimeout(600)
  await page.waitForLoadState('networkidle')
}
