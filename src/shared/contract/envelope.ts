/** The form of every request and answer, and of a function's table of actions. */
import { z } from 'zod'
import { toldLine, toldRecord, toldText } from '../records'
import { errors, type ErrorCode } from './errors'

export const requestSchema = z.strictObject({
  action: z.string().min(1).max(40),
  input: z.unknown().optional(),
})

const errorCodes = Object.keys(errors).filter((code): code is ErrorCode => code in errors)

export const failureSchema = z.object({
  ok: z.literal(false),
  error: z.object({
    code: z.enum(errorCodes),
    message: toldText,
    retry: z.enum(['never', 'later', 'after-change']),
    fields: toldRecord(toldText).optional(),
    /** Names the call in the function's log. */
    requestId: toldLine.optional(),
  }),
})

export type Failure = z.infer<typeof failureSchema>
export type Answer<Data> = { ok: true; data: Data } | Failure

/** An action of a function: what goes in, what comes out. */
export type Action = { input: z.ZodType; output: z.ZodType }
export type FunctionContract = Record<string, Action>
