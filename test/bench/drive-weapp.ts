// Has the tests of the mini-program drive the build that is measured, where they have not since it was made.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { built, project } from '../weapp/driver/built'
import { LONG_LIST, MEASURED, TAPS } from '../weapp/driver/measured'

/** Throws when they fail. */
export async function driveWeapp(): Promise<void> {
  if (isMeasured()) return
  console.error('drives the mini-program: takes some minutes')
  const jest = join(project, 'node_modules', 'jest', 'bin', 'jest.js')
  const run = spawnSync(process.execPath, [jest, '--selectProjects', 'weapp'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (run.status !== 0) throw new Error('the tests of the mini-program fail')
}

/** What the tests leave last is younger than the build. */
function isMeasured(): boolean {
  const app = join(built, 'app.js')
  if (!existsSync(app)) return false
  const since = statSync(app).mtimeMs
  return [MEASURED, TAPS, LONG_LIST].every((path) => {
    if (!existsSync(path)) return false
    const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]
    return files.length > 0 && files.every((file) => statSync(file).mtimeMs > since)
  })
}
