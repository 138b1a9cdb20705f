/**
 * Pictures of records: kept as files at once, sent apart from their record and after it. A record is complete
 * when the server has all of its pictures.
 */
import { z } from 'zod'
import { limits, photoSchema, uuid, type Photo } from '../../shared/records'
import { newId, sha256Hex } from '../ids'
import type { Files, PhotoSource } from '../platform'
import type { Keep } from '../storage'
import { createStore, type Store } from '../store'
import { messageOf, type Call, type Timers } from '../transport'
import { makeBackOff } from '../outbox'

export const keptPhoto = z.object({
  photo: photoSchema,
  recordId: uuid,
  takenAt: z.string(),
  /** Where it lies in the platform's file store; null until it has been sent. */
  fileId: z.string().nullable(),
  /** The server has taken note of it. */
  attached: z.boolean(),
})
export type KeptPhoto = z.infer<typeof keptPhoto>

export type PhotosState = {
  photos: ReadonlyMap<string, KeptPhoto>
  uploading: string | null
  /** Why a picture did not get through, by its id. */
  failures: ReadonlyMap<string, string>
}

/** Pictures that the server has stay on the phone for looking at, this many. */
const KEPT_AFTER_UPLOAD = 120

export class PhotoTooLarge extends Error {
  constructor() {
    super(`有一张照片超过 ${limits.photoBytes / 1_000_000} MB,没有添加。请换一张,或压缩后再添加。`)
    this.name = 'PhotoTooLarge'
  }
}

export type Photos = {
  store: Store<PhotosState>
  /**
   * Takes or chooses pictures for a record. Throws when the phone has no room, with those before kept, and
   * PhotoTooLarge, with all others kept.
   */
  add: (recordId: string, source: PhotoSource, already: number, each: (photo: Photo) => void) => Promise<void>
  remove: (id: string) => Promise<void>
  /** The pictures of a record that was given up; those that the server has are left. */
  removeOf: (recordId: string) => Promise<void>
  /** What an image element shows; null where the picture is not on this phone. */
  address: (id: string) => Promise<string | null>
  /** Sends the pictures of records that the server has. */
  send: () => Promise<void>
  pause: () => void
  retry: () => void
}

export type PhotosParts = {
  call: Call
  keep: Keep
  files: Files
  clock: Timers & { now: () => number }
  /** The server has this record, in a version that names this picture. */
  isExpected: (recordId: string, photoId: string) => boolean
  /** The server has every picture of the record but these. */
  onAttached: (recordId: string, missing: string[]) => void
}

export function makePhotos({ call, keep, files, clock, isExpected, onAttached }: PhotosParts): Photos {
  const shelf = keep.shelf('photo', keptPhoto)
  const byId = new Map(shelf.all().map((kept) => [kept.photo.id, kept]))
  const store = createStore<PhotosState>({ photos: byId, uploading: null, failures: new Map() })
  const backOff = makeBackOff(clock)
  let sending: Promise<void> | null = null

  function show(id: string, kept: KeptPhoto | null, failure: string | null = null): void {
    const photos = new Map(store.get().photos)
    const failures = new Map(store.get().failures)
    if (kept) photos.set(id, kept)
    else photos.delete(id)
    if (failure) failures.set(id, failure)
    else failures.delete(id)
    store.update((state) => ({ ...state, photos, failures }))
  }

  function put(kept: KeptPhoto): void {
    shelf.put(kept.photo.id, kept)
    show(kept.photo.id, kept)
  }

  async function sendOne(kept: KeptPhoto): Promise<void> {
    const { photo, recordId } = kept
    let { fileId } = kept
    if (fileId === null) {
      const bytes = await files.read(photo.id)
      if (!bytes) {
        show(photo.id, kept, '手机里找不到这张照片,请删除后重新添加。')
        return
      }
      fileId = await files.upload(photo.id, bytes)
      put({ ...kept, fileId })
    }
    const { missingPhotos } = await call('records', 'attachPhoto', { recordId, photo, fileId })
    put({ ...kept, fileId, attached: true })
    onAttached(recordId, missingPhotos)
  }

  async function sendAll(): Promise<void> {
    const waiting = [...store.get().photos.values()].filter(
      ({ attached, recordId, photo }) => !attached && isExpected(recordId, photo.id),
    )
    let failed = false
    for (const kept of waiting) {
      store.update((state) => ({ ...state, uploading: kept.photo.id }))
      try {
        await sendOne(kept)
      } catch (failure) {
        failed = true
        show(kept.photo.id, store.get().photos.get(kept.photo.id) ?? kept, messageOf(failure))
      }
    }
    store.update((state) => ({ ...state, uploading: null }))
    if (failed) backOff.later(() => void send())
    else backOff.reset()
    await prune()
  }

  async function send(): Promise<void> {
    sending ??= sendAll().finally(() => (sending = null))
    await sending
  }

  async function prune(): Promise<void> {
    const done = [...store.get().photos.values()].filter((kept) => kept.attached)
    done.sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
    for (const kept of done.slice(KEPT_AFTER_UPLOAD)) await remove(kept.photo.id)
  }

  async function remove(id: string): Promise<void> {
    shelf.remove(id)
    show(id, null)
    await files.remove(id)
  }

  return {
    store,
    async add(recordId, source, already, each) {
      let tooLarge = false
      for (const bytes of await files.choose(source, limits.photos - already)) {
        if (bytes.length > limits.photoBytes) {
          tooLarge = true
          continue
        }
        const photo: Photo = { id: newId(clock.now()), sha256: sha256Hex(bytes), size: bytes.length }
        await files.save(photo.id, bytes)
        put({ photo, recordId, takenAt: new Date(clock.now()).toISOString(), fileId: null, attached: false })
        each(photo)
      }
      if (tooLarge) throw new PhotoTooLarge()
    },
    remove,
    async removeOf(recordId) {
      for (const kept of [...store.get().photos.values()]) {
        if (kept.recordId === recordId && !kept.attached) await remove(kept.photo.id)
      }
    },
    address: (id) => files.address(id),
    send,
    pause: () => backOff.reset(),
    retry() {
      backOff.reset()
      void send()
    },
  }
}
