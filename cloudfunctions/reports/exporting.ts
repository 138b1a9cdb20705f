/** What every export does: count the try, read in one transaction, make the file, keep it, answer where it lies. */
import type { z } from 'zod'
import type { Action, reportFile } from '../../src/shared/contract'
import { batchAction, countTry, transact, type Call, type RateLimit, type Served, type Trx } from '../backend'
import type { FileStore, NewFile } from './file-store'

export type Reading = Pick<Call, 'memberships' | 'now'> & { trx: Trx }

/** By one person. A file is made in seconds, a pack of photos keeps an instance busy for longer. */
const perMinute = (hits: number): RateLimit => ({ hits, seconds: 60 })
export const limits = { file: perMinute(12), pack: perMinute(3) }

type Schemas<In extends z.ZodType> = Action & { input: In; output: typeof reportFile }

/**
 * `read` refuses or reads, and gives what makes the file: that runs after the transaction, which nobody should
 * hold open while a file is made and sent to the store.
 */
export function exporting<In extends z.ZodType>(
  store: FileStore,
  schemas: Schemas<In>,
  limit: RateLimit,
  read: (reading: Reading, input: z.output<In>) => Promise<() => Promise<NewFile>>,
): Served {
  return batchAction(schemas, async (call, input) => {
    const { database, person, memberships, now } = call
    await countTry(database, ['reports', String(limit.hits), person.id], limit, now)
    const make = await transact(database, (trx) => read({ trx, memberships, now }, input))
    const file = await make()
    const { url, expiresAt } = await store.keep(file, now)
    return { fileName: file.fileName, url, size: file.content.byteLength, expiresAt }
  })
}
