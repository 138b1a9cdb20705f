// What each built function weighs, and how long a fresh process takes to load it. WeChat's SDK is not of the bundle,
// so a stand-in with nothing in it takes its place while loading.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { budget, functionSizes } from '../../config/sizes.mjs'
import type { Bench, BenchRow } from './bench'

const FRESH_PROCESSES = 7
const built = join(__dirname, '..', '..', 'dist', 'cloudfunctions')

const load = `
  const Module = require('node:module')
  const load = Module._load
  Module._load = (name, ...others) => (name === 'wx-server-sdk' ? { init() {} } : load(name, ...others))
  const start = performance.now()
  const { main } = require(process.argv[1])
  const took = performance.now() - start
  if (typeof main !== 'function') throw new Error('no function was loaded')
  process.stdout.write(String(took), () => process.exit())`

function millisecondsToLoad(folder: string): number {
  const run = spawnSync(process.execPath, ['-e', load, folder], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PGHOST: '127.0.0.1', PGUSER: 'nobody', PGDATABASE: 'none' },
  })
  if (run.status !== 0) {
    throw new Error(
      `${folder} does not load: ${/^\w*Error: .*$/m.exec(run.stderr)?.[0] ?? 'no reason given'}`,
    )
  }
  return Number(run.stdout)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Infinity
}

export const bench: Bench = () => {
  const sizes = functionSizes(built)
  if (sizes.length === 0) throw new Error('no functions are built')
  return sizes.flatMap(([name, size]): BenchRow[] => {
    const times = Array.from({ length: FRESH_PROCESSES }, () => millisecondsToLoad(join(built, name)))
    return [
      { what: `function ${name}`, budget: budget.bundle / 1024, measured: size / 1024, unit: 'KB' },
      {
        what: `function ${name}, require`,
        budget: 100,
        measured: median(times),
        unit: 'ms',
        note: `without wx-server-sdk; best ${Math.min(...times).toFixed(0)} ms`,
      },
    ]
  })
}
