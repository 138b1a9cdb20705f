/** Transactions, and what their failures mean. */
import type { Database, Trx } from './connect'

const ATTEMPTS = 3

/** SQLSTATE or system code of an error thrown by the driver; null for any other error. */
export function driverCode(error: unknown): string | null {
  return textOf(error, 'code')
}

/** A property of something thrown. Not by `instanceof`: Node's own errors may come from another realm. */
function textOf(error: unknown, name: 'code' | 'message'): string | null {
  if (typeof error !== 'object' || error === null) return null
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : null
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

/** The connection broke: the server was restarted, or cut it while nobody used it. A new one may well work. */
export function isBroken(error: unknown): boolean {
  const code = driverCode(error)
  if (code !== null) return code === 'ECONNRESET' || code === 'EPIPE' || code === '57P01'
  return /^(Connection terminated|Client has encountered a connection error)/.test(
    textOf(error, 'message') ?? '',
  )
}

/** The database cannot be reached, is overloaded or shutting down: nothing is wrong with the request. */
export function isUnavailable(error: unknown): boolean {
  const code = driverCode(error)
  if (code !== null) {
    // 25006: for reading only, as a replica is until it has taken over; 55P03: a lock was not to be had in time;
    // 57014: the server's own time limit.
    return connectionFaults.has(code) || isRepeatable(error) || /^(08|53|57P|25006|55P03|57014)/.test(code)
  }
  // pg and its pool throw these without a code.
  return /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|timeout expired)/.test(
    textOf(error, 'message') ?? '',
  )
}

/** One query took too long; the next one may well be answered. Never so of a connection that was not to be had. */
export function isTimedOut(error: unknown): boolean {
  return driverCode(error) === '57014' || /^Query read timeout/.test(textOf(error, 'message') ?? '')
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
