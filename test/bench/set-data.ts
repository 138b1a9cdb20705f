// What goes from the app to the screen, from what the tests of the mini-program have left behind: they drive it.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { MESSAGE_LIMIT, TAP_LIMIT } from '../weapp/driver/budgets'
import { MEASURED, setDataSchema, TAPS, tapSchema } from '../weapp/driver/measured'
import type { Bench } from './bench'

const KB = 1024
const leftOut = 'the tests of the mini-program (project weapp) left no figure'

const readAll = (folder: string): unknown[] =>
  (existsSync(folder) ? readdirSync(folder) : []).map((name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  )

export const bench: Bench = () => {
  const message = 'setData of a page, the largest, first or later'
  const tap = 'setData of a tap that moves a progress bar'
  const sent = readAll(MEASURED)
    .flatMap((log) => setDataSchema.parse(log))
    .sort((a, b) => b.bytes - a.bytes)
  const taps = readAll(TAPS).map((log) => tapSchema.parse(log).bytes)
  const [largest] = sent
  // A page's first message shows that it is reading, so its content is held to this too: any one message.
  const pages = new Set(sent.map(({ page }) => page)).size
  return [
    largest
      ? {
          what: message,
          budget: MESSAGE_LIMIT / KB,
          measured: largest.bytes / KB,
          unit: 'KB',
          note: `${largest.page}, of ${pages} pages`,
        }
      : { what: message, leftOut },
    taps.length > 0
      ? { what: tap, budget: TAP_LIMIT / KB, measured: Math.max(...taps) / KB, unit: 'KB' }
      : { what: tap, leftOut },
  ]
}
