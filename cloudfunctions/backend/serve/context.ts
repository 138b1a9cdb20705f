/** What a handler is given, and what it runs in. */
import type { Membership } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'
import type { Identity } from '../identity'
import type { WriteLog } from './log'

/** What a function stands on; tests and the local host bring their own. */
export type Dependencies = {
  database: Database
  clock: () => Date
  identity: Identity
  log: WriteLog
}

export type Person = { id: string; name: string }

/** Everything about a call but a transaction: for rate limits, and for actions that open several of their own. */
export type Call = {
  database: Database
  person: Person
  memberships: Membership[]
  /** The same instant for the whole call. */
  now: Date
  requestId: string
  /** Logs an unexpected error that a batch answers by itself, without any words of its message. */
  report: (error: unknown) => void
}

/** A call within its transaction. */
export type Context = Omit<Call, 'database'> & {
  trx: Trx
  /** Writes in a transaction of its own if the call ends with a refusal, whose own transaction leaves nothing. */
  afterRefusal: (write: (trx: Trx) => Promise<void>) => void
}

/** A call by the platform's timer: nobody's, so it has no person. */
export type TimerCall = { database: Database; now: Date; requestId: string }
