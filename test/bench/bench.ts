// What a bench module is, and how a time is taken: the best of several rounds, since noise only ever adds.
import { z } from 'zod'

/** One line of the table. `measured` must not exceed `budget` (or not fall below it when `atLeast`). */
const rowSchema = z.strictObject({
  what: z.string(),
  budget: z.number(),
  measured: z.number(),
  unit: z.string(),
  atLeast: z.boolean().optional(),
  note: z.string().optional(),
})
export const rowsSchema = z.array(rowSchema)
export type BenchRow = z.infer<typeof rowSchema>

/** What a bench file exports under the name `bench`. */
export type Bench = () => Promise<readonly BenchRow[]> | readonly BenchRow[]

export function isOk(row: BenchRow): boolean {
  return row.atLeast ? row.measured >= row.budget : row.measured <= row.budget
}

export interface Timed {
  readonly calls: number
  readonly call: () => unknown
}

/**
 * Microseconds of one call of each candidate, in their order: the best of several rounds, after one to warm up.
 * They take turns, so that a busy machine slows all of them.
 */
export async function microseconds(candidates: readonly Timed[], rounds = 9): Promise<number[]> {
  const best = candidates.map(() => Infinity)
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, candidate] of candidates.entries()) {
      const each = await timeOf(candidate)
      if (round > 0) best[at] = Math.min(best[at] ?? Infinity, each)
    }
  }
  return best
}

async function timeOf({ calls, call }: Timed): Promise<number> {
  const start = performance.now()
  for (let at = 0; at < calls; at += 1) {
    const result = call()
    if (result instanceof Promise) await result
  }
  return ((performance.now() - start) * 1000) / calls
}
