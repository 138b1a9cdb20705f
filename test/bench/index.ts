// Runs every bench and prints one table; exits 1 when a budget is missed. A new bench is a module in the list.
// Names given on the command line run those alone.
import { isOk, type BenchModule, type BenchRow } from './bench'
import { scoreBench } from './score'
import { tallyBench } from './tally'

const modules: readonly BenchModule[] = [scoreBench, tallyBench]

function figure(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}

function line(row: BenchRow): string {
  const budget = `${row.atLeast ? '≥' : '≤'} ${figure(row.budget)}`
  const cells = [
    row.what.padEnd(40),
    budget.padStart(12),
    figure(row.measured).padStart(12),
    row.unit.padEnd(10),
  ]
  return `${cells.join('  ')}  ${isOk(row) ? 'ok  ' : 'MISS'}  ${row.note ?? ''}`
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const rows: BenchRow[] = []
  console.log(
    `${'what'.padEnd(40)}  ${'budget'.padStart(12)}  ${'measured'.padStart(12)}  ${'unit'.padEnd(10)}  ok`,
  )
  for (const module of modules) {
    if (wanted.length > 0 && !wanted.includes(module.name)) continue
    for (const row of await module.run()) {
      console.log(line(row))
      rows.push(row)
    }
  }
  if (rows.length === 0 || !rows.every(isOk)) process.exitCode = 1
}

void main()
