/**
 * Lists with nothing, with one thing and with 2,000 in them, and names as long as they may be: the screens stay
 * whole and answer at once.
 */
import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { v7 } from 'uuid'
import { z } from 'zod'
import { hashedText, limits, recordPayload } from '../../src/shared/records'
import { accessibilityFaults } from './harness/accessibility'
import { launch, phoneSize, visit, type Visitor } from './harness/browser'
import { openPreview, type Preview } from './harness/preview'

jest.setTimeout(180_000)

const MANY = 2_000
const platformId = 'liuyang'
const staff = 'preview-liuyang-staff'
const longName = '浏阳经济技术开发区生物医药与智能制造产业集群中小微企业'
  .repeat(3)
  .slice(0, limits.titleLength)

let preview: Preview
let browser: Browser
let visitor: Visitor

const pushed = z.object({ results: z.array(z.object({ outcome: z.literal('stored') })) })

/** An activity of yesterday, saved on a phone and pushed. */
function record(title: string) {
  const startsAt = new Date(Date.now() - 26 * 3_600_000).toISOString()
  const payload = recordPayload.parse({
    kind: 'activity',
    category: 'training',
    title,
    startsAt,
    endsAt: new Date(Date.now() - 24 * 3_600_000).toISOString(),
    place: { name: longName.slice(30), method: 'typed' },
    role: 'host',
    campaign: 'none',
    online: false,
    published: true,
    attendances: 12,
    announcement: '通知',
    summary: '过程',
    outcome: '结果',
    photos: [],
  })
  const hash = createHash('sha256').update(hashedText(platformId, payload), 'utf8').digest('hex')
  return { id: v7(), platformId, revision: 1, filledAt: new Date().toISOString(), payload, hash, reason: '' }
}

beforeAll(async () => {
  preview = await openPreview()
  for (let at = 0; at < MANY; at += limits.batch) {
    const records = Array.from({ length: limits.batch }, (_, place) =>
      record(at + place === 0 ? longName : `示例培训 ${at + place}`),
    )
    pushed.parse(await preview.call(staff, 'records', 'push', { records }))
  }
  browser = await launch()
  visitor = await visit(browser, preview.url, staff)
})
afterAll(async () => {
  await browser?.close()
  await preview?.stop()
})

async function expectWhole(): Promise<void> {
  const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(phoneSize.width)
  expect(await accessibilityFaults(visitor.page)).toEqual([])
  expect(visitor.faults).toEqual([])
}

const rows = () => visitor.page.locator('.records-row:visible')

test('the list of 2,000 records shows a first page and then more, on demand', async () => {
  await visitor.open('pages/records/index')
  await rows().first().waitFor()
  await visitor.page.getByText(/还有 [\d,]{4,} 条,再看一些/).waitFor({ timeout: 60_000 })
  const first = await rows().count()
  expect(first).toBeLessThanOrEqual(limits.page)
  await visitor.page.getByText(/再看一些/).click()
  await rows().nth(first).waitFor()
  await expectWhole()
})

test('a search among them finds the one, whose name is as long as a name may be', async () => {
  await visitor.page.locator('input:visible').first().fill(longName.slice(0, 20))
  await expect(eventually(() => rows().count(), 1)).resolves.toBe(1)
  await expectWhole()
})

test('a search that finds nothing says so and offers the way back', async () => {
  await visitor.page.locator('input:visible').first().fill('没有这样的记录')
  await visitor.page.getByText('没有符合条件的记录').waitFor()
  await expectWhole()
  await visitor.page.getByText('看全部').click()
  await rows().nth(1).waitFor()
})

test('the reviewer’s queue says that 2,000 wait, and shows the first of them', async () => {
  const reviewer = await visit(browser, preview.url, 'preview-changsha-reviewer')
  await reviewer.open('pages/review/index')
  await reviewer.page.locator('.list-row:visible').nth(9).waitFor()
  const waiting = await reviewer.page.locator('.big-number-value:visible').first().textContent()
  expect(Number(waiting)).toBeGreaterThanOrEqual(MANY)
  expect(reviewer.faults).toEqual([])
  await reviewer.context.close()
})

async function eventually<T>(look: () => Promise<T>, wanted: T): Promise<T> {
  for (let times = 0; times < 50; times += 1) {
    if ((await look()) === wanted) break
    await visitor.page.waitForTimeout(100)
  }
  return look()
}
