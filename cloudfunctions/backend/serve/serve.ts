/**
 * The wrapper of every function, with its steps in one order: parse the envelope → parse the input → who is
 * it → may they try → do it in one transaction → answer field by field.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { zhCN } from 'zod/locales'
import {
  Refusal,
  requestSchema,
  type ActionName,
  type Answer,
  type Contract,
  type FunctionContract,
  type FunctionName,
} from '../../../src/shared/contract'
import { isBroken, transact, type Trx } from '../database'
import { whoIs } from '../people'
import { mayTry } from '../policies'
import type { Runner, Served } from './action'
import type { Context, Dependencies, TimerCall } from './context'
import { failureOf } from './failure'
import { withoutWords, type LogLine } from './log'

z.config(zhCN())

/** The platform cuts answers at 6 MB; a little is left for its own envelope. */
const ANSWER_BYTES = 6 * 1024 * 1024 - 64 * 1024

type Finish = (level: LogLine['level'], code: string, error?: LogLine['error']) => void
export type Main = (event: unknown, context?: unknown) => Promise<Answer<unknown>>
export type ServeOptions = {
  /** What the platform's timer starts; functions without one refuse timers. */
  timer?: (call: TimerCall) => Promise<void>
}

// WeChat adds `userInfo` and more to the event; only these two are read, and never as an identity.
const event = z.object({ action: z.unknown(), input: z.unknown() }).partial()
const timerEvent = z.object({ Type: z.literal('Timer') })
const cloudContext = z.object({ request_id: z.string().min(1).max(80) })

/**
 * The `main` of a function. Never throws: whatever goes wrong becomes `{ok: false, error}`.
 * Throws at once, when loading, if a handler does not belong to the contract of this function. It is given that alone,
 * so that no bundle carries the others.
 */
export function serve<F extends FunctionName>(
  name: F,
  contract: Contract[F],
  handlers: Record<ActionName<F>, Served>,
  dependencies: Dependencies,
  options: ServeOptions = {},
): Main {
  const actions: FunctionContract = contract
  const table = new Map<string, Served>(Object.entries(handlers))
  for (const [id, schemas] of Object.entries(actions)) {
    if (table.get(id)?.schemas !== schemas) throw new Error(`${name}.${id} is not served by its own contract`)
  }

  return async (raw, cloud) => {
    const started = performance.now()
    const fromCloud = cloudContext.safeParse(cloud)
    const requestId = fromCloud.success ? fromCloud.data.request_id : randomUUID()
    const line = { requestId, function: name, action: '?' }
    const finish: Finish = (level, code, error) =>
      dependencies.log({
        level,
        ...line,
        code,
        ms: Math.round(performance.now() - started),
        ...(error && { error }),
      })
    try {
      // Before any await: another call may change the process's idea of who is calling.
      const { openid, byTimer } = dependencies.identity()
      const now = dependencies.clock()
      let data: unknown = null
      if (options.timer && byTimer && openid === null && timerEvent.safeParse(raw).success) {
        line.action = 'timer'
        await onLiveConnection(() => sql`select 1`.execute(dependencies.database))
        await options.timer({ database: dependencies.database, now, requestId })
      } else {
        const request = requestOf(raw)
        const served = table.get(request.action)
        if (!served) throw new Refusal('UNKNOWN_ACTION')
        line.action = request.action
        data = await served.run(
          request.input ?? {},
          runner(`${name}.${request.action}`, openid, now, requestId, finish),
        )
      }
      if (Buffer.byteLength(JSON.stringify(data)) > ANSWER_BYTES)
        throw new RangeError('the answer is too large')
      finish('info', 'OK')
      return { ok: true, data }
    } catch (error) {
      const answer = failureOf(error, requestId)
      const expected = error instanceof Refusal
      finish(expected ? 'info' : 'error', answer.error.code, expected ? undefined : withoutWords(error))
      return answer
    }
  }

  function runner(
    actionId: string,
    openid: string | null,
    now: Date,
    requestId: string,
    finish: Finish,
  ): Runner {
    const { database } = dependencies
    return {
      enter: async () => {
        if (openid === null) throw new Refusal('NOT_SIGNED_IN')
        const { person, memberships } = await onLiveConnection(() => whoIs(database, openid))
        if (!mayTry({ memberships }, actionId)) throw new Refusal('NOT_ALLOWED')
        const report = (error: unknown) =>
          finish('error', failureOf(error, requestId).error.code, withoutWords(error))
        return { database, person, memberships, now, requestId, report }
      },
      transact: async ({ database: _, ...call }, work) => {
        let kept: ((trx: Trx) => Promise<void>)[] = []
        try {
          return await transact(database, (trx) => {
            kept = [] // a repeated attempt starts afresh
            const context: Context = { ...call, trx, afterRefusal: (write) => kept.push(write) }
            return work(context)
          })
        } catch (error) {
          if (error instanceof Refusal && kept.length > 0) {
            await transact(database, async (trx) => {
              for (const write of kept) await write(trx)
            })
          }
          throw error
        }
      },
    }
  }
}

/**
 * The first queries of a call, which may be run again: an instance that has slept finds its connections cut, and
 * the caller need not hear of that.
 */
async function onLiveConnection<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 3 || !isBroken(error)) throw error
    }
  }
}

function requestOf(raw: unknown): { action: string; input?: unknown } {
  const picked = event.safeParse(raw)
  const request = requestSchema.safeParse(picked.success ? picked.data : raw)
  if (!request.success) throw new Refusal('INVALID_INPUT')
  return request.data
}
