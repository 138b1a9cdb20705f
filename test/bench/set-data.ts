// What goes from the app to the screen, from what the tests of the mini-program have left behind: they drive it.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { built } from '../weapp/driver/built'
import { MEASURED, setDataSchema } from '../weapp/driver/measured'
import type { Bench, BenchRow } from './bench'

const KB = 1024
/** A page's first message shows that it is reading, so its content is held to this too: any one message. */
const BUDGET_KB = 64
const left = 'measured by npm test (its project weapp), and'

export const bench: Bench = () => {
  const tap: BenchRow = {
    what: 'setData of a tap that moves a progress bar',
    leftOut: `${left} held to its budget there`,
  }
  const what = 'setData of a page, the largest, first or later'
  const app = join(built, 'app.js')
  const builtAt = existsSync(app) ? statSync(app).mtimeMs : Infinity
  const files = existsSync(MEASURED) ? readdirSync(MEASURED).map((name) => join(MEASURED, name)) : []
  const fresh = files.filter((file) => statSync(file).mtimeMs > builtAt)
  const sent = fresh
    .flatMap((file) => setDataSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))
    .sort((a, b) => b.bytes - a.bytes)
  const [largest] = sent
  if (!largest) return [{ what, leftOut: `${left} that has not run since the last build` }, tap]
  const pages = new Set(sent.map(({ page }) => page)).size
  const note = `${largest.page}, of ${pages} pages`
  return [{ what, budget: BUDGET_KB, measured: largest.bytes / KB, unit: 'KB', note }, tap]
}
