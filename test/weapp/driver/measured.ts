/** Each phone leaves what it measured in a file; the table at the end is made of them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { project } from './built'

export const MEASURED = join(project, '.local', 'weapp-set-data')

export const setDataSchema = z.array(
  z.object({ page: z.string(), within: z.string(), bytes: z.number(), turn: z.number(), cause: z.string() }),
)

/** Taps that move a progress bar: what each sent to the screen, by name. */
export const TAPS = join(project, '.local', 'weapp-taps')
export const tapSchema = z.object({ bytes: z.number() })

export function keepTap(name: string, bytes: number): void {
  mkdirSync(TAPS, { recursive: true })
  writeFileSync(join(TAPS, `${name}.json`), JSON.stringify({ bytes }))
}

/** What a step down the list of 2,000 records sends to the screen at most, and how long one takes. */
export const LONG_LIST = join(project, '.local', 'weapp-long-list.json')
export const longListSchema = z.object({ bytes: z.number(), ms: z.number() })
