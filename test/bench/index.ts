// Runs every bench and prints one table; exits 1 when a budget is missed or could not be measured. A new bench is a file beside this one
// that exports `bench`, and its name in the list. Names on the command line run those alone.
// Each bench is bundled as the product is and runs in a process of its own: neither a transpiler's shims nor
// another bench's garbage is measured.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildFunctions, buildWeapp } from '../../cloudfunctions/local/build-outputs'
import { isOk, rowsSchema, type BenchRow } from './bench'
import { bundleBench } from './bundle'
import { driveWeapp } from './drive-weapp'

const names = [
  'score',
  'tally',
  'worth',
  'monthly-run',
  'annual-run',
  'growth',
  'functions',
  'packages',
  'set-data',
  'outbox',
  'record-list',
  'confirmations',
  'ledger',
]
/** What a bench measures has to be built. */
const builds = [
  ['functions', buildFunctions],
  ['packages', buildWeapp],
  ['set-data', driveWeapp],
] as const
const folder = join(__dirname, '..', '..', '.local', 'bench')

/** Null when the bench itself fails; it has said why. */
async function runBench(name: string): Promise<BenchRow[] | null> {
  const outfile = join(folder, `${name}.cjs`)
  await bundleBench(name, outfile)
  const run = spawnSync(process.execPath, [outfile], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return run.status === 0 ? rowsSchema.parse(JSON.parse(run.stdout)) : null
}

function figure(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}

const WHAT = 52

function line(row: BenchRow): string {
  if ('leftOut' in row) return `${row.what.padEnd(WHAT)}  left out: ${row.leftOut}`
  const budget = `${row.atLeast ? '≥' : '≤'} ${figure(row.budget)}`
  const cells = [
    row.what.padEnd(WHAT),
    budget.padStart(12),
    figure(row.measured).padStart(12),
    row.unit.padEnd(12),
  ]
  return `${cells.join('  ')}  ${isOk(row) ? 'ok  ' : 'MISS'}  ${row.note ?? ''}`.trimEnd()
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    console.error(`unknown bench “${unknown}” (known: ${names.join(', ')})`)
    process.exit(2)
  }
  const chosen = wanted.length > 0 ? wanted : names
  // Before anything is measured, since a build keeps the machine busy.
  const unbuilt = new Set<string>()
  for (const [name, build] of builds) {
    if (!chosen.includes(name)) continue
    await build(console.error).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      unbuilt.add(name)
    })
  }
  const head = [
    'what'.padEnd(WHAT),
    'budget'.padStart(12),
    'measured'.padStart(12),
    'unit'.padEnd(12),
    'ok    note',
  ]
  console.log(head.join('  '))
  for (const name of chosen) {
    const rows = unbuilt.has(name) ? null : await runBench(name)
    if (!rows) console.log(`${name.padEnd(WHAT)}  FAILED, see above`)
    for (const row of rows ?? []) console.log(line(row))
    if (!rows?.every(isOk)) process.exitCode = 1
  }
}

void main()
