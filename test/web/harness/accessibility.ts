/** What axe finds wrong with the page in sight: one line a fault, for a test to expect none. */
import { source } from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const found = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
)

/** Rules of WCAG 2.1 A and AA. Only what is in sight counts: pages below the one on top wait in the document. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const violations: unknown = await page.evaluate(`
    axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      // The scrolling page is Taro's own element, made for fingers; the mini-program has no keyboard to reach it.
      rules: { 'scrollable-region-focusable': { enabled: false } },
      resultTypes: ['violations'],
    }).then(({ violations }) => violations)
  `)
  return found
    .parse(violations)
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`))
}
