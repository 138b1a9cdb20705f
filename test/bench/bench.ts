// What a bench module is, and how a time is taken: the best of several rounds, since noise only adds.
import { z } from 'zod'

const measuredSchema = z.strictObject({
  what: z.string(),
  budget: z.number(),
  measured: z.number(),
  unit: z.string(),
  atLeast: z.boolean().optional(),
  note: z.string().optional(),
})
/** What cannot be measured here is a line too, with the reason; a budget that is left out is missed, unless it is extra. */
const leftOutSchema = z.strictObject({
  what: z.string(),
  leftOut: z.string(),
  extra: z.literal(true).optional(),
})
/** One line of the table. `measured` must not exceed `budget` (or not fall below it when `atLeast`). */
const rowSchema = z.union([measuredSchema, leftOutSchema])
export const rowsSchema = z.array(rowSchema)
export type BenchRow = z.infer<typeof rowSchema>

/** What a bench file exports under the name `bench`. */
export type Bench = () => Promise<readonly BenchRow[]> | readonly BenchRow[]

export function isOk(row: BenchRow): boolean {
  if ('leftOut' in row) return row.extra === true
  return row.atLeast ? row.measured >= row.budget : row.measured <= row.budget
}

/** Milliseconds on the wall of one piece of work. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export interface Timed {
  readonly calls: number
  readonly call: () => unknown
}

/**
 * Microseconds of processor time for one call of each candidate, in their order: the best of several rounds,
 * after some to warm up. They take turns, and it is the process's own time that counts (its garbage collection
 * included), so that a busy machine does not blur the figures.
 */
export async function microseconds(candidates: readonly Timed[], rounds = 15): Promise<number[]> {
  const warmUp = 3
  const best = candidates.map(() => Infinity)
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [at, candidate] of candidates.entries()) {
      const each = await timeOf(candidate)
      if (round >= warmUp) best[at] = Math.min(best[at] ?? Infinity, each)
    }
  }
  return best
}

async function timeOf({ calls, call }: Timed): Promise<number> {
  const start = process.cpuUsage()
  for (let at = 0; at < calls; at += 1) {
    const result = call()
    if (result instanceof Promise) await result
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / calls
}
