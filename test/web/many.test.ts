/**
 * Lists with nothing, with one thing and with 2,000 in them, and names as long as they may be: the screens stay
 * whole and answer at once.
 */
import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { v7 } from 'uuid'
import { z } from 'zod'
import { hashedText, limits, recordPayload } from '../../src/shared/records'
import { launch, visit, type Visitor } from './harness/browser'
import { look, see } from './harness/look'
import { openPreview, type Preview } from './harness/preview'

jest.setTimeout(180_000)

const MANY = 2_000
const staff = 'preview-liuyang-staff'
const longName = '浏阳经济技术开发区生物医药与智能制造产业集群中小微企业'
  .repeat(3)
  .slice(0, limits.titleLength)

/** A platform with a name as long as they come, that has recorded nothing; and whoever works there. */
const quiet = `
  insert into platforms (id, name, tier, area_code, parent_id)
  select 'quiet', '湘西土家族苗族自治州吉首高新技术产业开发区中小企业公共服务窗口平台(示例)', 'county', '433199', 'xiangxi';
  insert into people (id, openid, name)
  values ('019aaaaa-0000-7000-8000-000000000001', 'preview-quiet-staff', '欧阳上官诸葛司马慕容轩辕');
  insert into memberships (id, person_id, role, platform_id)
  values ('019aaaaa-0000-7000-8000-000000000002', '019aaaaa-0000-7000-8000-000000000001', 'staff', 'quiet')`

let preview: Preview
let browser: Browser
let visitor: Visitor

const pushed = z.object({ results: z.array(z.object({ outcome: z.literal('stored') })) })

/** An activity of yesterday, saved on a phone and pushed. */
function record(title: string, platformId = 'liuyang') {
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
  preview = await openPreview((client) => client.query(quiet))
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

const expectWhole = () => look(visitor, null)

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
  await look(reviewer, null)
  const waiting = await reviewer.page.locator('.big-number-value:visible').first().textContent()
  expect(Number(waiting)).toBeGreaterThanOrEqual(MANY)
  expect(reviewer.faults).toEqual([])
  await reviewer.context.close()
})

test('a platform that has recorded nothing is told so on every screen, and shows its first record', async () => {
  const first = await visit(browser, preview.url, 'preview-quiet-staff')
  for (const [path, words, name] of [
    ['pages/records/index', '还没有记录', 'records-empty'],
    ['pages/progress/index', '接下来最划算', 'progress-empty'],
    ['pages/ranking/index', /名|还没有/, 'ranking-empty'],
    ['pages/filings/index', /项近期要报/, 'filings-empty'],
    ['pages/me/index', '欧阳上官诸葛司马慕容轩辕', 'me-long-names'],
  ] as const) {
    await first.open(path)
    await see(first.page, words)
    await look(first, name)
  }
  const records = [record(longName, 'quiet')]
  pushed.parse(await preview.call('preview-quiet-staff', 'records', 'push', { records }))
  await first.open('pages/records/index')
  await first.page.reload()
  await first.page.locator('.records-row:visible').first().waitFor()
  expect(await first.page.locator('.records-row:visible').count()).toBe(1)
  await look(first, 'records-one')
  await first.context.close()
})

async function eventually<T>(look: () => Promise<T>, wanted: T): Promise<T> {
  for (let times = 0; times < 50; times += 1) {
    if ((await look()) === wanted) break
    await visitor.page.waitForTimeout(100)
  }
  return look()
}
