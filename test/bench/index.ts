// Runs every bench and prints one table; exits 1 when a budget is missed. A new bench is a file beside this one
// that exports `bench`, and its name in the list. Names on the command line run those alone.
// Each bench is bundled as the product is and runs in a process of its own: neither a transpiler's shims nor
// another bench's garbage is measured.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { isOk, rowsSchema, type BenchRow } from './bench'

const names = ['score', 'tally']
const folder = join(__dirname, '..', '..', '.local', 'bench')

function runBench(name: string): BenchRow[] {
  const outfile = join(folder, `${name}.cjs`)
  buildSync({
    stdin: {
      contents: `import { bench } from './${name}'
        Promise.resolve(bench()).then((rows) => console.log(JSON.stringify(rows)))`,
      resolveDir: __dirname,
    },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  const run = spawnSync(process.execPath, [outfile], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (run.status !== 0) throw new Error(`the bench “${name}” failed`)
  return rowsSchema.parse(JSON.parse(run.stdout))
}

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

function main(): void {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    console.error(`unknown bench “${unknown}” (known: ${names.join(', ')})`)
    process.exit(2)
  }
  console.log(
    `${'what'.padEnd(40)}  ${'budget'.padStart(12)}  ${'measured'.padStart(12)}  ${'unit'.padEnd(10)}  ok`,
  )
  for (const name of wanted.length > 0 ? wanted : names) {
    for (const row of runBench(name)) {
      console.log(line(row))
      if (!isOk(row)) process.exitCode = 1
    }
  }
}

main()
