/**
 * The main states of the screens: filled in, refused, offline, waiting, failed, returned, confirmed, rated, open
 * sheets. Each is brought about by the people of the example, looked at, and kept as a picture.
 */
import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { v7 } from 'uuid'
import { z } from 'zod'
import { recordStarts } from '../../src/components/record-button/starts'
import { shanghaiDate } from '../../src/shared/calendar'
import { hashedText, recordPayload } from '../../src/shared/records'
import { launch, visit, type Visitor } from './harness/browser'
import { button, fillAll, look, see, settled } from './harness/look'
import { openPreview, type Preview } from './harness/preview'

jest.setTimeout(120_000)

const STAFF = 'preview-liuyang-staff'
const REVIEWER = 'preview-changsha-reviewer'
const platformId = 'liuyang'
const year = Number(shanghaiDate(new Date()).slice(0, 4))

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

/** Opens the app as somebody for the length of a test. */
async function as(openid: string, path: string, use: (visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await visit(browser, preview.url, openid)
  await visitor.open(path)
  await use(visitor)
  await visitor.context.close()
}

const pushed = z.object({ results: z.tuple([z.object({ outcome: z.literal('stored') })]) })

/** An activity that is going on, as a phone has pushed it; its id. */
async function activityOf(title: string): Promise<string> {
  const payload = recordPayload.parse({
    kind: 'activity',
    category: 'matching',
    title,
    startsAt: new Date(Date.now() - 30 * 60_000).toISOString(),
    endsAt: new Date(Date.now() + 60 * 60_000).toISOString(),
    place: { name: '浏阳经开区企业服务中心', method: 'typed' },
    role: 'host',
    campaign: 'none',
    online: false,
    published: true,
    attendances: 12,
    announcement: '园区通知 11 号',
    summary: '三家银行介绍产品',
    outcome: '3 家达成意向',
    photos: [],
  })
  const id = v7()
  const hash = createHash('sha256').update(hashedText(platformId, payload), 'utf8').digest('hex')
  const filledAt = new Date().toISOString()
  const record = { id, platformId, revision: 1, filledAt, payload, hash, reason: '' }
  pushed.parse(await preview.call(STAFF, 'records', 'push', { records: [record] }))
  return id
}

/** The address that the code of an activity opens. */
async function codeOf(activityId: string): Promise<string> {
  const { link } = z
    .looseObject({ link: z.string() })
    .parse(await preview.call(STAFF, 'confirm', 'issueCode', { activityId, kind: 'poster' }))
  return link.slice(link.indexOf('#/') + 2)
}

test.each(recordStarts)('the form of $title, refused while it is empty, and filled in', ({ start }) =>
  as(STAFF, `pages/record/index?kind=${start}`, async (visitor) => {
    const { page } = visitor
    await see(page, '保存并上传')
    await button(page, '保存并上传').click()
    await page.locator('.field-row-error:visible').first().waitFor()
    await look(visitor, start === 'matching' ? 'record-refused' : null)
    await fillAll(page, '示例内容')
    await look(visitor, `record-${start}`)
  }),
)

test('without network: what was seen last, a record that waits, and its page', () =>
  as(STAFF, 'pages/records/index', async (visitor) => {
    const { page } = visitor
    // What the package of a mini-program brings along, a browser must have loaded once.
    for (const screen of ['activity', 'ranking', 'progress']) {
      await visitor.go(`pages/${screen}/index`)
      await settled(page)
    }
    await see(page, '接下来最划算')
    await visitor.go('pages/record/index?kind=matching')
    await see(page, '保存并上传')
    await visitor.setOffline(true)
    await fillAll(page, '没有信号的厂房')
    await page.locator('.chips-chip:visible', { hasText: /^主办$/ }).click()
    await button(page, '保存并上传').click()
    await see(page, /待上传/)
    await look(visitor, 'records-waiting')
    await visitor.go('pages/progress/index')
    await see(page, /1 条待上传/)
    await look(visitor, 'progress-offline')
    await visitor.go('pages/records/index')
    await page.locator('.records-main:visible', { hasText: '没有信号的厂房' }).click()
    await see(page, '完整服务活动')
    await look(visitor, 'activity-waiting')
    await visitor.go('pages/ranking/index')
    await see(page, /没有网络/)
    await look(visitor, 'ranking-offline')
  }))

test('an edit that cannot be received any more says why', async () => {
  const id = await activityOf('同事已撤回的对接会')
  await as(STAFF, 'pages/records/index', async (visitor) => {
    const { page } = visitor
    await see(page, '同事已撤回的对接会')
    await visitor.go(`pages/record/index?id=${id}`)
    await page.locator('.field-row', { hasText: '修改原因' }).locator('textarea').fill('补写成效')
    await visitor.setOffline(true)
    await button(page, '保存并上传').click()
    await preview.call('preview-liuyang-manager', 'records', 'withdraw', { id, revision: 1, reason: '重复' })
    await visitor.setOffline(false)
    await visitor.go('pages/records/index')
    await see(page, '上传失败', 60_000)
    await look(visitor, 'records-failed')
  })
})

test('the page of an activity, its code, and what came back from the reviewer', async () => {
  const id = await activityOf('有活动码的对接会')
  await as(STAFF, `pages/activity/index?id=${id}`, async (visitor) => {
    const { page } = visitor
    await see(page, '有活动码的对接会')
    await look(visitor, 'activity')
    await button(page, '出示活动码').click()
    await page.locator('img:visible').first().waitFor()
    await look(visitor, 'activity-code')
  })
  await preview.call(REVIEWER, 'review', 'return', { id, revision: 1, reason: '请补充签到表' })
  await as(STAFF, 'pages/records/index', async (visitor) => {
    await see(visitor.page, '请补充签到表')
    await look(visitor, 'records-returned')
    await visitor.go(`pages/activity/index?id=${id}`)
    await see(visitor.page, /被退回/)
    await look(visitor, 'activity-returned')
  })
})

test('an enterprise before, while and after it confirms, for the first time and offline', async () => {
  const id = await activityOf('企业来确认的对接会')
  const path = await codeOf(id)
  await as('preview-enterprise-1', path, async (visitor) => {
    const { page } = visitor
    await button(page, '确认参加').waitFor()
    await look(visitor, 'confirm')
    await button(page, '确认参加').click()
    await see(page, '这次服务怎么样?')
    await look(visitor, 'confirm-done')
    await page.locator('.nut-rate-item:visible').nth(4).click()
    await button(page, '提交评价').click()
    await see(page, '谢谢您的评价')
    await look(visitor, 'confirm-rated')
    await visitor.go('pages/me/index')
    await see(page, '企业来确认的对接会')
    await look(visitor, 'me-enterprise')
  })
  await as('preview-newcomer-1', path, async (visitor) => {
    await see(visitor.page, '您代表的企业')
    await look(visitor, 'confirm-first')
  })
  await as('preview-enterprise-2', 'pages/me/index', async (visitor) => {
    const { page } = visitor
    await visitor.open('pages/confirm/index?scene=wrongwrongwrong1')
    await see(page, /活动码/)
    await visitor.setOffline(true)
    await visitor.go(path)
    await button(page, '先记下,联网后确认').click()
    await see(page, /联网/)
    await look(visitor, 'confirm-kept')
  })
  await preview.call(STAFF, 'confirm', 'revokeCodes', { activityId: id, token: null })
  await as('preview-enterprise-2', path, async (visitor) => {
    await see(visitor.page, /已停用/)
    await look(visitor, 'confirm-revoked')
  })
})

test('a reviewer with one record, a reason to give, and many at once', async () => {
  const id = await activityOf('等待审核的对接会')
  await as(REVIEWER, `pages/review/index?id=${id}`, async (visitor) => {
    const { page } = visitor
    await see(page, '等待审核的对接会')
    await look(visitor, 'review-one')
    await button(page, '退回').click()
    await see(page, '平台会看到原因')
    await look(visitor, 'review-return')
  })
  await as(REVIEWER, 'pages/review/index', async (visitor) => {
    await visitor.page.getByText('多选').filter({ visible: true }).first().click()
    await look(visitor, 'review-many')
  })
})

test('the filings of a platform: a monthly report, a self-assessment, an annual summary, and their sign-off', async () => {
  const of = (kind: string, period: string) =>
    `pages/filings/index?view=form&platform=${platformId}&kind=${kind}&period=${period}`
  const month = shanghaiDate(new Date(Date.now() - 31 * 86_400_000)).slice(0, 7)
  await as('preview-liuyang-manager', of('monthly', month), async (visitor) => {
    await see(visitor.page, /注册认证|提交/)
    await look(visitor, 'filings-monthly')
    // Its transactions are records already: a figure beside them is added, and that is said before it is filed.
    await visitor.page.locator('.filings-figure input:visible').nth(1).fill('30')
    await see(visitor.page, /逐笔记录 \d+ 笔\(含待审核\),月报 30 笔,评价时相加为 \d+ 笔/)
    await see(visitor.page, '请核对线上交易总数有没有重复')
    await look(visitor, 'filings-monthly-twice')
  })
  await as('preview-liuyang-manager', of('self-assessment', String(year - 1)), async (visitor) => {
    await see(visitor.page, /自评/)
    await look(visitor, 'filings-self-assessment')
  })
  await as('preview-liuyang-manager', of('annual-summary', String(year - 1)), async (visitor) => {
    await see(visitor.page, /字/)
    await see(visitor.page, '还空着:营业收入、成本、利润')
    await look(visitor, 'filings-annual-summary')
    // A blank of the outline is told before it is filed, and holds nothing up.
    await visitor.page.locator('textarea:visible').first().fill('营业收入 120 万元,成本 万元,利润 12 万元。')
    await visitor.page.locator('textarea[placeholder=第一个问题]:visible').fill('服务机构少')
    await button(visitor.page, '报送').click()
    await see(visitor.page, /还空着:成本、.*明年工作打算。要现在报送吗/)
    await visitor.page.getByText('回去补上').click()
    await see(visitor.page, '还空着:成本')
    await button(visitor.page, '报送').click()
    await visitor.page.getByText('仍要报送').click()
    await see(visitor.page, '已报送')
  })
  await as(REVIEWER, 'pages/filings/index', async (visitor) => {
    await see(visitor.page, /审定|没有/)
    await look(visitor, 'filings-queue')
  })
})

test('inviting a colleague, and joining by the invitation', async () => {
  await as('preview-liuyang-manager', 'pages/me/index', async (visitor) => {
    const { page } = visitor
    await page.locator('.list-row:visible', { hasText: '发一个一次性邀请码' }).click()
    await see(page, /邀请码|现场/)
    await look(visitor, 'me-invite')
  })
  await as('preview-newcomer-2', 'pages/me/index', async (visitor) => {
    const { page } = visitor
    await button(page, '输入邀请码').click()
    await page.locator('input[placeholder="真实姓名"]:visible').waitFor()
    await look(visitor, 'me-join')
  })
})

describe('what somebody else of the province set meanwhile is told, with what was typed still there', () => {
  const PROVINCE = 'preview-province'
  const set = (action: string, input: object) =>
    preview.call(PROVINCE, 'filings', action, { ...input, reason: '同事先改的' })
  const send = async ({ page }: Visitor, action: string) => {
    await button(page, action).click()
    await page.locator('.reason-sheet-text textarea:visible').fill('依据会议纪要')
    await button(page, '保存').click()
  }
  const cutsOf = async () =>
    z
      .object({ cuts: z.array(z.object({ version: z.number(), reason: z.string() })) })
      .parse(await preview.call(PROVINCE, 'filings', 'cuts', { year: String(year - 1) })).cuts

  test('cut lines', () =>
    as(PROVINCE, `pages/stated/index?tier=county&year=${year - 1}&view=cuts`, async (visitor) => {
      const { page } = visitor
      await page.getByText('加一等').filter({ visible: true }).click()
      await page.locator('.stated-from input:visible').fill('0')
      const cuts = [
        { grade: '优秀', from: 85 },
        { grade: '其他', from: 0 },
      ]
      await set('setCuts', { year: String(year - 1), tier: 'county', cuts, replaces: 0 })
      await send(visitor, '保存分数线')
      await see(page, /已改为:优秀 85 分起 · 其他 0 分起。您填的还在/)
      await look(visitor, 'stated-meanwhile')
      expect(await page.locator('.stated-grade input').inputValue()).toBe('A')
      expect((await cutsOf()).map(({ version }) => version)).toEqual([1])
      await button(page, '保存').click()
      await see(page, '第 1 版')
      expect((await cutsOf()).map(({ reason }) => reason)).toEqual(['依据会议纪要', '同事先改的'])
      expect(await page.getByText('您填的还在').filter({ visible: true }).count()).toBe(0)
      expect(await page.locator('.stated-from input').inputValue()).toBe('0')
    }))

  test('the due day, taken as the other has set it', () =>
    as(PROVINCE, 'pages/stated/index?view=due-day', async (visitor) => {
      const { page } = visitor
      const month = shanghaiDate(new Date()).slice(0, 7)
      await see(page, /一直是次月 5 日/)
      // What Taro's wheel says once it stands still on the third.
      await page
        .locator('taro-picker-core:visible')
        .last()
        .evaluate((wheel) => wheel.dispatchEvent(new CustomEvent('change', { detail: { value: '2' } })))
      await set('setDueDay', { from: month, day: 8, replaces: 0 })
      await send(visitor, '保存截止日')
      await see(page, /次月 8 日截止。您填的还在/)
      await see(page, /次月 3 日截止,之后各月都按这一天/)
      await page.locator('.nut-popup-title-right:visible').click()
      await page.getByText('改用新的').filter({ visible: true }).click()
      await see(page, '现在是次月 8 日')
      expect(await page.locator('.choice:visible').last().innerText()).toContain('次月 8 日')
    }))

  test('leaving a platform out', () =>
    as(PROVINCE, `pages/evaluation/index?view=exclusions&year=${year - 1}`, async ({ page, ...rest }) => {
      await button(page, '不再纳入一个平台').click()
      await page.locator('input[placeholder=输入名称的一部分]:visible').fill('浏阳')
      await page.locator('.sheet-content .list-row:visible', { hasText: '浏阳' }).click()
      await page.locator('.chips-chip:visible', { hasText: '提供虚假资料' }).click()
      await page.locator('.reason-sheet-text textarea:visible').fill('依据核查通报')
      const subject = { platformId, year: String(year - 1), replaces: 0 }
      await preview.call(PROVINCE, 'evaluate', 'exclude', {
        ...subject,
        ground: 'withdrew',
        reason: '同事先改的',
      })
      await button(page, '不再纳入').click()
      await see(page, /已改为不再纳入:中途退出。您填的还在,没有保存,请核对后再保存/)
      await look({ page, ...rest }, 'exclusions-meanwhile')
      expect(await page.locator('.reason-sheet-text textarea:visible').inputValue()).toBe('依据核查通报')
      await button(page, '不再纳入').click()
      await see(page, /依据核查通报/)
      await see(page, '已改')
    }))
})

describe('what a colleague has filed meanwhile is told, with what was typed still there', () => {
  const MANAGER = 'preview-liuyang-manager'
  const month = shanghaiDate(new Date(Date.now() - 31 * 86_400_000)).slice(0, 7)
  const form = (kind: string, period: string) =>
    `pages/filings/index?view=form&platform=${platformId}&kind=${kind}&period=${period}`
  const ask = (action: string, input: object) =>
    preview.call(MANAGER, 'filings', action, { platformId, ...input })
  const version = z.object({ version: z.number() })

  test('an annual summary is looked at and sent again, also after the app was closed', () =>
    as(MANAGER, form('annual-summary', month.slice(0, 4)), async (visitor) => {
      const { page } = visitor
      const read = async () =>
        z
          .object({ status: version, content: z.looseObject({ problems: z.array(z.string()) }) })
          .parse(await ask('annualSummary', { year: month.slice(0, 4) }))
      const problem = page.locator('textarea[placeholder=第一个问题]:visible')
      const send = async () => {
        await button(page, '(更正)?报送').click()
        await page.getByText('仍要报送').click()
      }
      await problem.fill('我写的问题')
      const { status, content } = await read()
      const replaces = status.version
      const theirs = { ...content, problems: ['同事写的问题'], replaces, reason: '同事先报的' }
      await ask('fileAnnualSummary', { year: month.slice(0, 4), ...theirs })
      await send()
      const told = `已报送第 ${replaces + 1} 版。您填的还在,没有报送,请核对后再报送。`
      await see(page, new RegExp(told))
      await page.reload()
      await see(page, new RegExp(told))
      expect(await problem.inputValue()).toBe('我写的问题')
      await look(visitor, 'filings-meanwhile')
      expect((await read()).content.problems).toEqual(['同事写的问题'])
      await send()
      await see(page, '已报送')
      expect(await read()).toMatchObject({
        status: { version: replaces + 2 },
        content: { problems: ['我写的问题'] },
      })
    }))

  test('a monthly report is taken as the other has filed it', () =>
    as(MANAGER, form('monthly', month), async ({ page }) => {
      const report = z.object({ status: version, figures: z.array(z.object({ name: z.string() })) })
      const { status, figures } = report.parse(await ask('monthly', { month }))
      const remark = page.locator('textarea[placeholder=可不填]:visible')
      await remark.fill('我写的说明')
      await ask('fileMonthly', {
        month,
        figures: figures.map(({ name }) => ({ name, value: 7, source: '后台' })),
        remark: '同事写的说明',
        replaces: status.version,
        reason: '同事先报的',
      })
      await page.reload()
      await see(page, /您填的还在,没有报送/)
      expect(await remark.inputValue()).toBe('我写的说明')
      await page.getByText('改用新的').filter({ visible: true }).click()
      expect(await remark.inputValue()).toBe('同事写的说明')
      expect(await page.getByText('您填的还在').filter({ visible: true }).count()).toBe(0)
    }))
})
