/** Before all tests of the mini-program: it must be built. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { forgetMeasurements } from './table'

const project = resolve(__dirname, '..', '..', '..')

export default function setup(): void {
  forgetMeasurements()
  const built = join(project, 'dist', 'weapp', 'app.json')
  if (!existsSync(built)) throw new Error('The mini-program is not built: npm run build:weapp')
  const newest = readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
  if (newest > statSync(built).mtimeMs) {
    process.stdout.write('dist/weapp is older than src: the tests see the old build. npm run build:weapp\n')
  }
}
