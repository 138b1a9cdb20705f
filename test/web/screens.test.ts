/**
 * Every screen in the browser, on a phone and on a desk, as the people of the example see it: it shows what it is
 * for, writes no error, asks no other machine, and axe finds nothing. Their states are in `states.test.ts`.
 */
import type { Browser } from 'playwright-core'
import { shanghaiDate } from '../../src/shared/calendar'
import { deskSize, launch, phoneSize, visit } from './harness/browser'
import { look, see, settled } from './harness/look'
import { openPreview, type Preview } from './harness/preview'

jest.setTimeout(120_000)

let preview: Preview
let browser: Browser

beforeAll(async () => {
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
  ['records-newcomer', 'preview-newcomer-1', 'pages/records/index', /输入邀请码/],
  ['ranking-newcomer', 'preview-newcomer-1', 'pages/ranking/index', /输入邀请码/],
  ['ranking-enterprise', 'preview-enterprise-1', 'pages/ranking/index', /企业不用填报/],
  ['progress-enterprise', 'preview-enterprise-1', 'pages/progress/index', /企业不用填报/],
  ['records-reviewer', 'preview-changsha-reviewer', 'pages/records/index', /去审核/],
  ['record', 'preview-liuyang-staff', 'pages/record/index', /保存并上传/],
  ['records', 'preview-liuyang-staff', 'pages/records/index', /待审核/],
  ['ranking', 'preview-liuyang-manager', 'pages/ranking/index', /全年走势/],
  ['ranking-province', 'preview-province', 'pages/ranking/index', /共 35 个平台/],
  ['me', 'preview-liuyang-manager', 'pages/me/index', /平台负责人/],
  ['me-province', 'preview-province', 'pages/me/index', /评价与公布/],
  ['review', 'preview-changsha-reviewer', 'pages/review/index', /条待审核/],
  ['confirm-wrong-code', 'preview-enterprise-1', 'pages/confirm/index?scene=wrongwrongwrong1', /活动码/],
  ['activity-unknown', 'preview-liuyang-staff', 'pages/activity/index?id=none', /没有|无法|不在/],
  ['filings', 'preview-liuyang-manager', 'pages/filings/index', /月报|报送/],
  ['province', 'preview-province', 'pages/province/index', /\/ 50 个平台要关注/],
  ['province-area', 'preview-changsha-reviewer', 'pages/province/index', /个平台要关注/],
  ['stated', 'preview-province', 'pages/stated/index', /项没有填齐/],
  ['stated-item', 'preview-province', `${stated}&kind=quantity&name=registrationTarget`, /个平台已填/],
  ['stated-cuts', 'preview-province', `${stated}&view=cuts`, /还没有分数线/],
  ['stated-due-day', 'preview-province', 'pages/stated/index?view=due-day', /一直是次月 5 日/],
  ['evaluation', 'preview-province', 'pages/evaluation/index', /没有待答复/],
  ['evaluation-period', 'preview-province', `pages/evaluation/index?period=${lastYear}`, /公布/],
  ['exclusions', 'preview-province', `pages/evaluation/index?view=exclusions&year=${lastYear}`, /纳入评价/],
]
/** Worked on at a desk too: their pictures are kept in both sizes. */
const atDesk = new Set(['progress', 'ranking-province', 'review', 'province', 'stated', 'evaluation-period'])

describe.each([
  ['phone', phoneSize],
  ['desk', deskSize],
] as const)('on a %s', (size, viewport) => {
  const pictureOf = (name: string) => (size === 'phone' ? name : atDesk.has(name) ? `${name}-desk` : null)

  test.each(screens)('%s', async (name, openid, path, words) => {
    const visitor = await visit(browser, preview.url, openid, viewport)
    await visitor.open(path)
    await see(visitor.page, words)
    await look(visitor, pictureOf(name))
    await visitor.context.close()
  })

  test('a card and one of its points', async () => {
    const visitor = await visit(browser, preview.url, 'preview-liuyang-manager', viewport)
    const { page } = visitor
    await visitor.open('pages/ranking/index')
    await page.locator('.ranking-own').click()
    await page.locator('.card-node:visible', { hasText: '贷款对接活动' }).waitFor()
    await look(visitor, size === 'phone' ? 'card' : 'card-desk')
    await page.locator('.card-node:visible .list-row', { hasText: '贷款对接活动' }).click()
    await see(page, '计分记录')
    await settled(page)
    await look(visitor, size === 'phone' ? 'node' : null)
    await visitor.context.close()
  })
})
