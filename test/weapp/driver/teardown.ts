import { printMeasurements } from './table'

export default function teardown(): void {
  printMeasurements()
}
