/**
 * The whole way of a number, through the built functions and the web preview: recorded without network,
 * uploaded once although the first answer is lost, confirmed by scan, returned, corrected, approved,
 * evaluated, ranked, and opened down to the record behind it.
 */
import type { Browser } from 'playwright-core'
import { z } from 'zod'
import { periodTitle, shanghaiDate } from '../../src/shared/calendar'
import { deskSize, launch, phoneSize, visit, type Visitor } from './harness/browser'
import { button } from './harness/look'
import { openPreview, type Preview } from './harness/preview'

jest.setTimeout(180_000)

const TITLE = '浏阳经开区银企对接会(全程测试)'
const platformId = 'liuyang'
const monthTitle = periodTitle(shanghaiDate(new Date()).slice(0, 7))

describe.each([
  ['a phone', phoneSize],
  ['a desk', deskSize],
] as const)('on %s', (_, size) => {
  let preview: Preview
  let browser: Browser
  let staff: Visitor
  let reviewer: Visitor
  let recordId = ''
  let approvedBefore = 0

  beforeAll(async () => {
    preview = await openPreview()
    browser = await launch()
    staff = await visit(browser, preview.url, 'preview-liuyang-staff', size)
    reviewer = await visit(browser, preview.url, 'preview-changsha-reviewer', size)
  })
  afterAll(async () => {
    await browser?.close()
    await preview?.stop()
  })

  const records = z.object({
    records: z.array(
      z.looseObject({
        id: z.string(),
        revision: z.number(),
        state: z.string(),
        payload: z.looseObject({ title: z.string().optional() }),
      }),
    ),
    cursor: z.string().nullable(),
    more: z.boolean(),
  })

  /** What the server has under the title of this test. */
  async function onServer() {
    const found = []
    for (let cursor: string | null = null, more = true; more;) {
      const page = records.parse(
        await preview.call('preview-liuyang-staff', 'records', 'pull', { platformId, cursor }),
      )
      found.push(...page.records.filter(({ payload }) => payload.title === TITLE))
      ;({ cursor, more } = page)
    }
    return found
  }

  const recordRow = () => staff.page.locator('.records-row:visible', { hasText: TITLE })

  const bigNumber = async (visitor: Visitor) =>
    Number(await visitor.page.locator('.big-number-value:visible').first().textContent())

  /** Points of what is approved; where nothing is on the way, that is the big number. */
  async function approvedOnPhone(): Promise<number> {
    const parts = (await staff.page.locator('.progress-parts:visible').textContent()) ?? ''
    const approved = /已通过 ([\d.]+) 分/.exec(parts)?.[1]
    return approved === undefined ? bigNumber(staff) : Number(approved)
  }

  test('without network staff record a matching event, and the progress moves at once', async () => {
    // What the package of a mini-program brings along, a browser must have loaded once.
    await staff.open('pages/records/index')
    await staff.go('pages/progress/index')
    await staff.page.getByText('接下来最划算').waitFor()
    const before = await bigNumber(staff)
    approvedBefore = await approvedOnPhone()
    await staff.go('pages/record/index')
    await staff.page.getByText('保存并上传').waitFor()

    await staff.setOffline(true)
    const { page } = staff
    await page.locator('.chips-chip', { hasText: '贷款对接' }).click()
    await page.locator('input[placeholder="如:园区银企对接会"]:visible').fill(TITLE)
    await page
      .locator('input[placeholder="如:浏阳经开区企业服务中心"]:visible')
      .fill('浏阳经开区企业服务中心')
    await page.locator('.chips-chip', { hasText: /^主办$/ }).click()
    await page.locator('.field-row', { hasText: '已在省平台后台发布' }).locator('.nut-switch').click()
    await page.locator('.record-number input').fill('12')
    await page.locator('.field-row', { hasText: '通知或方案' }).locator('textarea').fill('园区通知 11 号')
    await page.locator('.field-row', { hasText: '活动纪要' }).locator('textarea').fill('三家银行介绍产品')
    await page.getByText('+3.00').waitFor()
    await button(page, '保存并上传').click()

    await recordRow().getByText('待上传').waitFor()
    await staff.go('pages/progress/index')
    await page.locator('.progress-unsent:visible').getByText('1 条待上传').waitFor()
    expect(await bigNumber(staff)).toBeCloseTo(before + 3, 2)
    expect(await onServer()).toEqual([])
  })

  test('the network returns and the first answer is lost: still exactly one record on the server', async () => {
    let lost = 0
    await staff.page.route('**/functions/records', async (route) => {
      const isPush = route.request().postData()?.includes('"push"') ?? false
      if (!isPush || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort()
    })
    await staff.setOffline(false)
    await staff.go('pages/records/index')
    await recordRow().getByText('待审核').waitFor({ timeout: 60_000 })
    expect(lost).toBe(1)
    const [record, ...others] = await onServer()
    expect(others).toEqual([])
    expect(record).toMatchObject({ revision: 1, state: 'submitted' })
    recordId = record?.id ?? ''
    await staff.page.unroute('**/functions/records')
  })

  test('two enterprises confirm by the code, one of them twice: two participations', async () => {
    await staff.open(`pages/activity/index?id=${recordId}`)
    const issued = staff.page.waitForResponse(
      (response) =>
        response.url().endsWith('/functions/confirm') &&
        (response.request().postData()?.includes('issueCode') ?? false),
    )
    await button(staff.page, '出示活动码').click()
    const { link } = z
      .looseObject({ data: z.looseObject({ link: z.string() }) })
      .parse(await (await issued).json()).data
    const path = link.slice(link.indexOf('#/') + 2)

    for (const openid of ['preview-enterprise-1', 'preview-enterprise-2', 'preview-enterprise-1']) {
      const enterprise = await visit(browser, preview.url, openid, size)
      await enterprise.open(path)
      const confirm = button(enterprise.page, '确认参加')
      const already = enterprise.page.getByText(/已于 .*\d{2}:\d{2} 确认/)
      await confirm.or(already).first().waitFor()
      if (await confirm.isVisible()) await confirm.click()
      await enterprise.page
        .getByText(/已确认参加|已于/)
        .first()
        .waitFor()
      expect(enterprise.faults).toEqual([])
      await enterprise.context.close()
    }
    const { participations } = z
      .object({ participations: z.array(z.unknown()) })
      .parse(await preview.call('preview-liuyang-staff', 'confirm', 'list', { activityId: recordId }))
    expect(participations).toHaveLength(2)
  })

  test('the reviewer returns it with a reason, staff see the reason, correct it and send it again', async () => {
    await reviewer.open('pages/review/index')
    await reviewer.page.locator('.list-row:visible', { hasText: TITLE }).click()
    await button(reviewer.page, '退回').click()
    await reviewer.page.locator('.reason-sheet-text textarea').fill('请补写成效')
    await button(reviewer.page, '退回').click()
    await reviewer.page.getByText('条待审核').waitFor()

    await staff.open('pages/records/index')
    await recordRow().getByText('被退回').waitFor()
    await staff.page.getByText('请补写成效').first().waitFor()
    await staff.open(`pages/record/index?id=${recordId}`)
    await staff.page.locator('.field-row', { hasText: '修改原因' }).locator('textarea').fill('补写成效')
    await staff.page.locator('.field-row', { hasText: '成效或反馈' }).locator('textarea').fill('3 家达成意向')
    await button(staff.page, '保存并上传').click()
    await waitUntil(async () => (await onServer())[0]?.revision === 2)
    expect(await onServer()).toMatchObject([{ revision: 2, state: 'submitted' }])
  })

  test('the reviewer approves, and the province runs the month', async () => {
    await reviewer.open(`pages/review/index?id=${recordId}`)
    await reviewer.page.getByText('第 2 版').first().waitFor()
    await button(reviewer.page, '通过').click()
    await waitUntil(async () => (await onServer())[0]?.state === 'approved')
    const province = await visit(browser, preview.url, 'preview-province', size)
    await province.open('pages/evaluation/index')
    await province.page.locator('.list-row', { hasText: monthTitle }).first().click()
    await button(province.page, '运行评价').click()
    await province.page.getByText(/已算 \d+ 个平台/).waitFor({ timeout: 60_000 })
    expect(province.faults).toEqual([])
    await province.context.close()
  })

  test('ranking, card and node show the points of the phone, down to the record behind them', async () => {
    const { page } = staff
    await staff.open('pages/progress/index')
    // What the phone kept from before is shown until the server has answered.
    await waitUntil(async () => (await approvedOnPhone()) > approvedBefore)
    const onPhone = (await approvedOnPhone()).toFixed(2)
    expect(Number(onPhone)).toBeCloseTo(approvedBefore + 3, 2)

    await staff.open('pages/ranking/index')
    await page.locator('.ranking-period').click()
    await page.getByText('月度', { exact: true }).click()
    await page.locator('.list-row', { hasText: monthTitle }).first().click()
    const own = page.locator('.ranking-own')
    await own.getByText(`${onPhone} 分`, { exact: true }).waitFor()
    await own.click()

    await page.locator('.big-number-value:visible').getByText(onPhone, { exact: true }).waitFor()
    await page.locator('.node-row:visible, .list-row:visible', { hasText: '贷款对接活动' }).first().click()
    await page.locator('.big-number-value:visible').getByText('30', { exact: true }).waitFor()
    await page.locator('.list-row:visible', { hasText: TITLE }).click()
    await page.locator('.activity-tags:visible').getByText('已通过').waitFor()
    expect(page.url()).toContain(recordId)
  })

  test('no page wrote an error or asked another machine', () => {
    expect([...staff.faults, ...reviewer.faults]).toEqual([])
  })
})

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > until) throw new Error('it did not come to hold within 30 s')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
