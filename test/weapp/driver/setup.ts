/** Before all tests of the mini-program: it is built, if it is missing or older than its sources. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions, buildWeapp } from '../../../cloudfunctions/local/build-outputs'
import { forgetMeasurements } from './table'

export default async function setup(): Promise<void> {
  forgetMeasurements()
  // The example province is made here once, by the first test that asks for it.
  process.env.WEAPP_RUN = mkdtempSync(join(tmpdir(), 'weapp-'))
  const say = (line: string) => process.stdout.write(`${line}\n`)
  await buildWeapp(say)
  await buildFunctions(say)
}
