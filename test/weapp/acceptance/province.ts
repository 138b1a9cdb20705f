/** The example province behind the phones. It is made once for a run; each file of tests has a copy of its own. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost, type RunningHost } from '../../../cloudfunctions/local'
import { eventually } from '../driver'

const run = process.env.WEAPP_RUN ?? mkdtempSync(join(tmpdir(), 'weapp-'))
const base = join(run, 'province')
const ready = join(run, 'province-ready')
/** Making the province takes about 20 seconds on two free cores. */
export const PATIENCE = 240_000

export type Province = RunningHost & { close(): Promise<void> }

/** Starts the local host over a fresh copy of the province. */
export async function openProvince(): Promise<Province> {
  await makeBase()
  const folder = mkdtempSync(join(run, 'copy-'))
  cpSync(base, folder, { recursive: true })
  const host = await startHost({ folder, functions: process.env.WEAPP_FUNCTIONS })
  return {
    ...host,
    async close() {
      await host.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Whoever comes first makes it; files of tests that run beside wait. */
async function makeBase(): Promise<void> {
  try {
    mkdirSync(join(run, 'making'))
  } catch {
    await eventually(() => {
      if (!existsSync(ready)) throw new Error('the example province is not ready')
    }, PATIENCE)
    return
  }
  const host = await startHost({ folder: base, functions: process.env.WEAPP_FUNCTIONS })
  await host.stop()
  writeFileSync(ready, '')
}
