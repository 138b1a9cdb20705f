/** After all tests of the mini-program. */
import { rmSync } from 'node:fs'
import { PREFIX } from './setup'
import { printMeasurements } from './table'

export default function teardown(): void {
  printMeasurements()
  if (process.env.WEAPP_RUN?.includes(PREFIX)) rmSync(process.env.WEAPP_RUN, { recursive: true, force: true })
}
