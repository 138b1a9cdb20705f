/** Once a run: the web preview and the functions are built if they are stale, and the example province is made. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost } from '../../../cloudfunctions/local'

export default async function prepare(): Promise<void> {
  // A folder made by an earlier run, for those who run one test again and again.
  if (process.env.EXAMPLE_PROVINCE) return
  const folder = mkdtempSync(join(tmpdir(), 'example-province-'))
  const host = await startHost({ folder, build: 'all' })
  await host.stop()
  process.env.EXAMPLE_PROVINCE = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}
