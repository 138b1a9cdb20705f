/** Transactions, and what their failures mean. */
import type { Database, Trx } from './connect'

const ATTEMPTS = 3

/** SQLSTATE or system code of an error thrown by the driver; null for any other error. */
export function driverCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Serialization failure or deadlock: the same transaction may well succeed when run again. */
function isRepeatable(error: unknown): boolean {
  const code = driverCode(error)
  return code === '40001' || code === '40P01'
}

const connectionFaults = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** The database cannot be reached, is overloaded or shutting down: nothing is wrong with the request. */
export function isUnavailable(error: unknown): boolean {
  const code = driverCode(error)
  if (code !== null) {
    return connectionFaults.has(code) || isRepeatable(error) || /^(08|53|57P)/.test(code) || code === '55P03'
  }
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  // pg and its pool throw these without a code.
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|timeout expired)/.test(
      error.message,
    )
  )
}

/**
 * Runs `work` in one transaction (read committed) and commits; any throw rolls back and is passed on.
 * Serialization failures and deadlocks are run again, three times in all, so `work` must not keep
 * anything outside of the database.
 */
export async function transact<Result>(
  database: Database,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction().execute(work)
    } catch (error) {
      if (attempt === ATTEMPTS || !isRepeatable(error)) throw error
    }
  }
}
