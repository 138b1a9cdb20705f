/** The table of what each page sends to the screen, printed after all tests. */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MESSAGE_LIMIT, TAP_LIMIT } from './budgets'
import { MEASURED, setDataSchema, TAPS, tapSchema } from './measured'

export function forgetMeasurements(): void {
  for (const folder of [MEASURED, TAPS]) rmSync(folder, { recursive: true, force: true })
}

function tapLines(): string {
  const names = existsSync(TAPS) ? readdirSync(TAPS) : []
  return names
    .map((name) => {
      const { bytes } = tapSchema.parse(JSON.parse(readFileSync(join(TAPS, name), 'utf8')))
      return `a tap that moves a progress bar (${name.replace('.json', '')}): ${bytes} of ${TAP_LIMIT}\n`
    })
    .join('')
}

export function printMeasurements(): void {
  const files = existsSync(MEASURED) ? readdirSync(MEASURED) : []
  const log = files.flatMap((file) =>
    setDataSchema.parse(JSON.parse(readFileSync(join(MEASURED, file), 'utf8'))),
  )
  if (log.length === 0) return
  const pages = [...new Set(log.map(({ page }) => page))].sort()
  const rows = pages.map((page) => {
    const own = log.filter((entry) => entry.page === page)
    const first = own.filter(({ turn }) => turn === 1).map(({ bytes }) => bytes)
    const later = own
      .filter(({ turn }) => turn > 1)
      .map(({ bytes }) => bytes)
      .sort((a, b) => a - b)
    return [
      page,
      first.length,
      Math.max(0, ...first),
      later.length,
      later[later.length >> 1] ?? 0,
      later.at(-1) ?? 0,
    ]
  })
  const heads = ['setData, bytes', 'opened', 'first, most', 'later', 'median', 'most']
  const line = (cells: (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(26) : String(cell).padStart(12))).join('')
  process.stdout.write(
    `\n${[heads, ...rows].map(line).join('\n')}\nbudget of any one setData: ${MESSAGE_LIMIT}\n${tapLines()}`,
  )
}
