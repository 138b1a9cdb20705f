/** After all tests of the mini-program. Only who made the folder of the run removes it. */
import { rmSync } from 'node:fs'
import { printMeasurements } from './table'

export default function teardown(): void {
  const { WEAPP_RUN: run, WEAPP_RUN_MADE_BY: maker } = process.env
  if (run === undefined || maker !== String(process.pid)) return
  printMeasurements()
  rmSync(run, { recursive: true, force: true })
}
