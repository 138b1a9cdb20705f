/**
 * The contract between phone and functions: for each function its actions with the schemas of what goes
 * in and out, and the registry of errors. Types come from the schemas.
 */
import type { z } from 'zod'
import { confirmContract } from './confirm'
import { evaluateContract } from './evaluate'
import { filingsContract } from './filings'
import { recordsContract } from './records'
import { reportsContract } from './reports'
import { reviewContract } from './review'
import { sessionContract } from './session'
import { standingContract } from './standing'

export * from './approval-summary'
export * from './confirm'
export * from './due-days'
export * from './envelope'
export * from './errors'
export * from './evaluate'
export * from './filings'
export * from './people'
export * from './records'
export * from './reports'
export * from './results'
export * from './review'
export * from './session'
export * from './standing'
export * from './decisions'
export * from './stated'

export const contract = {
  session: sessionContract,
  records: recordsContract,
  confirm: confirmContract,
  review: reviewContract,
  evaluate: evaluateContract,
  standing: standingContract,
  filings: filingsContract,
  reports: reportsContract,
}

export type Contract = typeof contract
export type FunctionName = keyof Contract
export type ActionName<F extends FunctionName> = keyof Contract[F] & string
type Schemas<F extends FunctionName, A extends ActionName<F>> = Contract[F][A] extends infer S
  ? S extends { input: z.ZodType; output: z.ZodType }
    ? S
    : never
  : never
/** What a caller passes. */
export type Input<F extends FunctionName, A extends ActionName<F>> = z.input<Schemas<F, A>['input']>
/** What a handler receives, after parsing. */
export type ParsedInput<F extends FunctionName, A extends ActionName<F>> = z.output<Schemas<F, A>['input']>
/** What a handler answers and a caller receives. */
export type Output<F extends FunctionName, A extends ActionName<F>> = z.output<Schemas<F, A>['output']>
