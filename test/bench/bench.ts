// What a bench module is, and how a time is taken: the best of several rounds, since noise only ever adds.

/** One line of the table. `measured` must not exceed `budget` (or not fall below it when `atLeast`). */
export interface BenchRow {
  readonly what: string
  readonly budget: number
  readonly measured: number
  readonly unit: string
  readonly atLeast?: boolean
  readonly note?: string
}

export interface BenchModule {
  readonly name: string
  readonly run: () => Promise<readonly BenchRow[]> | readonly BenchRow[]
}

export function isOk(row: BenchRow): boolean {
  return row.atLeast ? row.measured >= row.budget : row.measured <= row.budget
}

/** Microseconds of one call: the best of `rounds` rounds of `calls` calls, after one round to warm up. */
export async function microseconds(calls: number, call: () => unknown, rounds = 7): Promise<number> {
  let best = Infinity
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now()
    for (let at = 0; at < calls; at += 1) {
      const result = call()
      if (result instanceof Promise) await result
    }
    const each = ((performance.now() - start) * 1000) / calls
    if (round > 0) best = Math.min(best, each)
  }
  return best
}
