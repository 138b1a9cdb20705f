/** Looks at a screen as a test does: nothing sticks out, nothing is wrong, axe agrees; and keeps a picture of it. */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { accessibilityFaults } from './accessibility'
import type { Visitor } from './browser'

const root = resolve(__dirname, '..', '..', '..')
/** For people to look at; with KEEP_SCREENS=1 those in the repository are made anew. */
const folder = process.env.KEEP_SCREENS
  ? join(root, 'test', 'web', 'screens')
  : join(root, '.local', 'screens')

/** `name`: of the picture; null keeps none. */
export async function look(visitor: Visitor, name: string | null): Promise<void> {
  const { page } = visitor
  await settled(page)
  // Words that come and go by themselves hide what is behind them, and have any contrast on the way. What holds them
  // has no size, so that it never counts as visible.
  await page.locator('.taro__toast p').filter({ visible: true }).first().waitFor({ state: 'hidden' })
  if (name !== null) {
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `${name}.png`), scale: 'css' })
  }
  const { width, most } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    most: window.innerWidth,
  }))
  expect(width).toBeLessThanOrEqual(most)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(visitor.faults).toEqual([])
}

/** The next page has slid in and its answers are there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(500)
  await page.waitForLoadState('networkidle')
}

/** Waits for words in sight. */
export const see = (page: Page, words: string | RegExp, timeout?: number): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor({ timeout })

/** NutUI's words let taps through to the button around them. */
export function button(page: Page, text: string): Locator {
  return page
    .locator('.nut-button:visible')
    .filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) })
    .last()
}

/** Fills every empty field in sight. */
export async function fillAll(page: Page, text: string): Promise<void> {
  for (const field of await page.locator('input:visible, textarea:visible').all()) {
    const type = await field.getAttribute('type')
    if ((await field.inputValue()) !== '' || !(await field.isEditable())) continue
    await field.fill(type === 'number' || type === 'digit' ? '12' : text)
  }
}
