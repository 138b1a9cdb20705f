/** Before all tests of the mini-program: it must be built. */
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { built, project } from './built'
import { forgetMeasurements } from './table'

export default function setup(): void {
  forgetMeasurements()
  // The example province is made here once, by the first test that asks for it.
  process.env.WEAPP_RUN = mkdtempSync(join(tmpdir(), 'weapp-'))
  const settings = join(built, 'app.json')
  if (!existsSync(settings)) throw new Error('The mini-program is not built: npm run build:weapp')
  const newest = readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
  if (newest > statSync(settings).mtimeMs) {
    process.stdout.write(`${built} is older than src: the tests see the old build. npm run build:weapp\n`)
  }
}
