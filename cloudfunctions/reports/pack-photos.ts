/** The photos of an evidence pack: which there should be, what they are called in it, and what became of each. */
import { createHash } from 'node:crypto'
import { Refusal, reportLimits, type StoredRecord } from '../../src/shared/contract'
import { photosOf, titleOf } from '../../src/shared/records'
import type { PhotoOfMonths } from '../backend'
import type { FileStore } from './file-store'
import { safeName } from './file-name'

/** A photo that a record's newest revision names. `stored` is null while it has not arrived. */
export type NamedPhoto = {
  record: StoredRecord
  /** Of the record, from 1. */
  number: number
  sha256: string
  path: string
  stored: PhotoOfMonths | null
}
export type PackedPhoto = NamedPhoto & { content: Uint8Array | null; remark: string }

/** From the store at a time: enough to fill the line, few enough for the memory. */
const AT_ONCE = 6

/** In the order of the records; the names tell record and day, and sort in that order. */
export function namedPhotos(
  records: readonly StoredRecord[],
  stored: readonly PhotoOfMonths[],
): NamedPhoto[] {
  const arrived = new Map(
    stored.map((photo) => [`${photo.recordId} ${photo.photoId} ${photo.sha256}`, photo]),
  )
  return records.flatMap((record, index) =>
    photosOf(record.payload).map(({ id, sha256 }, place) => {
      const place1 = place + 1
      const of = `${String(index + 1).padStart(4, '0')}_${record.date}_${safeName(titleOf(record.payload), 30)}`
      const found = arrived.get(`${record.id} ${id} ${sha256}`) ?? null
      return { record, number: place1, sha256, path: `照片/${of}_${place1}.jpg`, stored: found }
    }),
  )
}

const tooLarge = (bytes: number) =>
  new Refusal('TOO_LARGE', {
    message: `照片共 ${Math.ceil(bytes / 1024 / 1024)} MB,超过一包 ${reportLimits.packPhotos / 1024 / 1024} MB 的上限。请按季度或月份分别导出。`,
  })

/** Refuses with TOO_LARGE, by the sizes that the phones told. */
export function checkSize(photos: readonly NamedPhoto[]): void {
  const bytes = photos.reduce((sum, { stored }) => sum + (stored?.size ?? 0), 0)
  if (bytes > reportLimits.packPhotos) throw tooLarge(bytes)
}

/**
 * Reads the photos. One that has not arrived, is gone from the store or is not what its record names is left out
 * and says so; the pack's index tells it. Refuses with TOO_LARGE when phones told less than they sent.
 */
export async function readPhotos(photos: readonly NamedPhoto[], store: FileStore): Promise<PackedPhoto[]> {
  const packed: PackedPhoto[] = []
  let bytes = 0
  for (let from = 0; from < photos.length; from += AT_ONCE) {
    const some = photos.slice(from, from + AT_ONCE)
    packed.push(...(await Promise.all(some.map((photo) => readPhoto(photo, store)))))
    bytes += packed.slice(from).reduce((sum, { content }) => sum + (content?.byteLength ?? 0), 0)
    if (bytes > reportLimits.packPhotos) throw tooLarge(bytes)
  }
  return packed
}

async function readPhoto(photo: NamedPhoto, store: FileStore): Promise<PackedPhoto> {
  if (!photo.stored) return { ...photo, content: null, remark: '尚未上传' }
  const content = await store.read(photo.stored)
  if (!content) return { ...photo, content: null, remark: '存储中没有找到' }
  const same = createHash('sha256').update(content).digest('hex') === photo.sha256
  return same
    ? { ...photo, content, remark: '' }
    : { ...photo, content: null, remark: '与记录所载内容不一致,未收录' }
}
