/** Looks at photos that are not checked yet. A store that cannot be read leaves them so: not checked is not absent. */
import { createHash } from 'node:crypto'
import { Refusal } from '../../../src/shared/contract'
import { transact, type Database } from '../database'
import { markMonthsChanged } from '../platforms'
import { lockRecord, touchRecord } from '../records'
import { pictureFault } from './picture'
import type { PhotoStore } from './types'

type Unchecked = { platformId: string; recordId: string; photoId: string; sha256: string; fileId: string }
/** Null: it has arrived. */
type Finding = Unchecked & { rejected: string | null }

/** Photos read from the store at once; all of one record fit. */
const AT_ONCE = 9

/** Looks at the photos of a record that wait for it. Call it outside of a transaction. */
export async function checkPhotosOf(
  database: Database,
  recordId: string,
  store: PhotoStore,
  now: Date,
): Promise<void> {
  const waiting = await uncheckedPhotos(database).where('record_id', '=', recordId).limit(AT_ONCE).execute()
  await check(database, waiting, store, now)
}

/** Looks at what still waits, of the latest first, until the time is over. Returns how many could be looked at. */
export async function checkWaitingPhotos(
  database: Database,
  store: PhotoStore,
  now: Date,
  budgetMs: number,
): Promise<number> {
  const started = performance.now()
  let found = 0
  for (let offset = 0; performance.now() - started < budgetMs;) {
    const waiting = await uncheckedPhotos(database)
      .orderBy('received_at', 'desc')
      .orderBy('photo_id')
      .offset(offset)
      .limit(AT_ONCE)
      .execute()
    if (waiting.length === 0) break
    const checked = await check(database, waiting, store, now)
    found += checked
    // What could not be read stays, and is passed over.
    offset += waiting.length - checked
  }
  return found
}

function uncheckedPhotos(database: Database) {
  return database
    .selectFrom('photos')
    .select(['platform_id as platformId', 'record_id as recordId', 'photo_id as photoId'])
    .select(['sha256', 'file_id as fileId'])
    .where('checked_at', 'is', null)
}

async function check(
  database: Database,
  waiting: readonly Unchecked[],
  store: PhotoStore,
  now: Date,
): Promise<number> {
  const looked = await Promise.all(waiting.map((photo) => lookAt(photo, store)))
  const byRecord = new Map<string, Finding[]>()
  for (const each of looked) {
    if (each) byRecord.set(each.recordId, [...(byRecord.get(each.recordId) ?? []), each])
  }
  for (const findings of byRecord.values()) await keepFindings(database, findings, now)
  return looked.filter((each) => each !== null).length
}

/** Null where the store could not be read. */
async function lookAt(photo: Unchecked, store: PhotoStore): Promise<Finding | null> {
  try {
    const content = await store.read(photo)
    return { ...photo, rejected: content === null ? '存储中没有找到' : faultOf(content, photo.sha256) }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function faultOf(content: Uint8Array, sha256: string): string | null {
  const isSame = createHash('sha256').update(content).digest('hex') === sha256
  return isSame ? pictureFault(content) : '与记录所载内容不一致'
}

/** In one transaction with the record's change, so that phones fetch it again and its month is tallied anew. */
async function keepFindings(database: Database, findings: readonly Finding[], now: Date): Promise<void> {
  const [first] = findings
  if (!first) return
  await transact(database, async (trx) => {
    const record = await lockRecord(trx, first.platformId, first.recordId)
    for (const { photoId, sha256, rejected } of findings) {
      await trx
        .updateTable('photos')
        .set({ checked_at: now, rejected })
        .where('platform_id', '=', record.platformId)
        .where('record_id', '=', record.id)
        .where('photo_id', '=', photoId)
        // Sent again with other content meanwhile: that is looked at by itself.
        .where('sha256', '=', sha256)
        .where('checked_at', 'is', null)
        .execute()
    }
    await touchRecord(trx, record)
    if (record.state === 'approved') await markMonthsChanged(trx, record.platformId, [record.month])
  })
}
