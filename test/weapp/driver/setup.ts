/** Before all tests of the mini-program: it is built, if it is missing or older than its sources. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions, buildWeapp } from '../../../cloudfunctions/local/build-outputs'
import { forgetMeasurements } from './table'

const PREFIX = 'weapp-tests-'

export default async function setup(): Promise<void> {
  // A run within another one shares what that one has, and leaves it there.
  if (process.env.WEAPP_RUN === undefined) {
    forgetMeasurements()
    // The example province is made here once, by the first test that asks for it.
    process.env.WEAPP_RUN = mkdtempSync(join(tmpdir(), PREFIX))
    process.env.WEAPP_RUN_MADE_BY = String(process.pid)
  }
  const say = (line: string) => process.stdout.write(`${line}\n`)
  // Builds that somebody else made, and named here, are taken as they are.
  if (process.env.WEAPP_BUILD === undefined) await buildWeapp(say)
  if (process.env.WEAPP_FUNCTIONS === undefined) await buildFunctions(say)
}
