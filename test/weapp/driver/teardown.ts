/** After all tests of the mini-program. */
import { rmSync } from 'node:fs'
import { printMeasurements } from './table'

export default function teardown(): void {
  printMeasurements()
  if (process.env.WEAPP_RUN) rmSync(process.env.WEAPP_RUN, { recursive: true, force: true })
}
