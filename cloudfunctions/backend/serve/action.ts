/**
 * One action of a function: its schemas and its handler. `action` runs the handler in one transaction;
 * `batchAction` leaves the transactions to the handler, for batches whose items stand alone.
 */
import type { z } from 'zod'
import { Refusal, type Action } from '../../../src/shared/contract'
import type { Call, Context } from './context'
import { fieldMessages } from './failure'

/** How the wrapper runs a call: knows the caller and asks the policies in `enter`, opens the transaction in `transact`. */
export type Runner = {
  enter: () => Promise<Call>
  transact: <Result>(call: Call, work: (context: Context) => Promise<Result>) => Promise<Result>
}

export type Served = { schemas: Action; run: (input: unknown, runner: Runner) => Promise<unknown> }

type Schemas<In extends z.ZodType, Out extends z.ZodType> = { input: In; output: Out }

function parsed<In extends z.ZodType>(schema: In, input: unknown): z.output<In> {
  const result = schema.safeParse(input)
  if (!result.success) throw new Refusal('INVALID_INPUT', { fields: fieldMessages(result.error) })
  return result.data
}

type Options<Parsed> = {
  before?: (call: Call, input: Parsed) => Promise<void>
  /** The caller is known and may try, but what they sent has not the form of an input. */
  onInvalid?: (call: Call) => Promise<void>
}

/**
 * `before` and `onInvalid` run outside of the transaction, on the database itself: what they write stays even if
 * the call is refused, which is what a count of attempts needs.
 */
export function action<In extends z.ZodType, Out extends z.ZodType>(
  schemas: Schemas<In, Out>,
  handle: (context: Context, input: z.output<In>) => Promise<z.input<Out>>,
  options: Options<z.output<In>> = {},
): Served {
  return {
    schemas,
    run: async (raw, runner) => {
      if (options.onInvalid && !schemas.input.safeParse(raw).success) {
        await options.onInvalid(await runner.enter())
      }
      const input = parsed(schemas.input, raw)
      const call = await runner.enter()
      await options.before?.(call, input)
      const output = await runner.transact(call, (context) => handle(context, input))
      return schemas.output.parse(output)
    },
  }
}

export function batchAction<In extends z.ZodType, Out extends z.ZodType>(
  schemas: Schemas<In, Out>,
  handle: (call: Call, input: z.output<In>) => Promise<z.input<Out>>,
): Served {
  return {
    schemas,
    run: async (raw, runner) => {
      const input = parsed(schemas.input, raw)
      const call = await runner.enter()
      return schemas.output.parse(await handle(call, input))
    },
  }
}
