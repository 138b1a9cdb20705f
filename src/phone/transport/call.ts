/** A typed call of a cloud function. What comes back is believed only if it has the contract's form. */
import { z } from 'zod'
import {
  contract,
  failureSchema,
  Refusal,
  type ActionName,
  type FunctionName,
  type Input,
  type Output,
} from '../../shared/contract'
import { NetworkFailure } from './failure'

export const CALL_TIMEOUT_MS = 15_000
/**
 * Longer than the function itself may take, so that its answer is heard: a run works up to 45 s a call, a pack
 * of photos is fetched and zipped, many records are approved at once.
 */
const timeouts: Partial<Record<FunctionName, number>> = { evaluate: 65_000, reports: 65_000, review: 20_000 }

/** Takes a request to a function and gives whatever came back; throws NetworkFailure if nothing did. */
export type Send = (functionName: string, request: { action: string; input: unknown }) => Promise<unknown>

/**
 * Calls an action. Throws Refusal when the server refused, NetworkFailure when no answer that can be read arrived
 * within 15 s (longer for some functions, see above): the request may then have been carried out or not.
 */
export type Call = <F extends FunctionName, A extends ActionName<F>>(
  functionName: F,
  action: A,
  input: Input<F, A>,
) => Promise<Output<F, A>>

export type Timers = { after: (ms: number, run: () => void) => () => void }

const successSchema = z.object({ ok: z.literal(true), data: z.unknown() })
/** An answer of ours, of whatever version: every output is an object, and every refusal has a code. */
const oursSchema = z.union([
  z.object({ ok: z.literal(true), data: z.looseObject({}) }),
  z.object({ ok: z.literal(false), error: z.looseObject({ code: z.string(), message: z.string() }) }),
])

export function makeCall(send: Send, timers: Timers, timeoutMs = CALL_TIMEOUT_MS): Call {
  return async (functionName, action, input) => {
    const answer = await withTimeout(
      send(functionName, { action, input }),
      timers,
      timeouts[functionName] ?? timeoutMs,
    )
    return read(outputSchema(functionName, action), answer)
  }
}

function outputSchema<F extends FunctionName, A extends ActionName<F>>(functionName: F, action: A) {
  const actions: Record<string, { output: z.ZodType }> = contract[functionName]
  // The table's own type says which schema stands here; TypeScript cannot follow it through two keys.
  return actions[action]?.output as z.ZodType<Output<F, A>>
}

/** A kept answer, if it still has the contract's form. */
export function parseAnswer<F extends FunctionName, A extends ActionName<F>>(
  functionName: F,
  action: A,
  data: unknown,
): Output<F, A> | null {
  const parsed = outputSchema(functionName, action).safeParse(data)
  return parsed.success ? parsed.data : null
}

function read<T>(schema: z.ZodType<T>, answer: unknown): T {
  const failure = failureSchema.safeParse(answer)
  if (failure.success) {
    const { code, message, fields, requestId } = failure.data.error
    throw new Refusal(code, { message, fields, requestId })
  }
  const success = successSchema.safeParse(answer)
  const data = schema.safeParse(success.data?.data)
  if (data.success && success.success) return data.data
  throw new NetworkFailure(oursSchema.safeParse(answer).success ? 'outdated' : 'foreign')
}

/** The promise's value, or a NetworkFailure once the time is over. */
export function withTimeout<T>(promise: Promise<T>, timers: Timers, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => reject(new NetworkFailure('timeout')))
    promise.then(
      (value) => {
        cancel()
        resolve(value)
      },
      (reason: unknown) => {
        cancel()
        reject(reason instanceof NetworkFailure ? reason : new NetworkFailure('offline'))
      },
    )
  })
}
