/**
 * Pictures of records: kept as files at once, sent apart from their record and after it. A record is complete
 * when the server has all of its pictures.
 */
import { limits, type Photo } from '../../shared/records'
import { newId, sha256Hex } from '../ids'
import type { Files, PhotoSource } from '../platform'
import type { Keep } from '../storage'
import { createStore, derive, type Readable, type Store } from '../store'
import { messageOf, withTimeout, type Call, type Timers } from '../transport'
import { makeBackOff } from '../outbox'
import { keptPhoto, type KeptPhoto } from './kept-photo'
import type { Versions } from './named'
import { isNearlyFull, oldestArrived, spare } from './room'
import { makeSweep, type Sweep } from './sweep'

export type PhotosState = {
  photos: ReadonlyMap<string, KeptPhoto>
  uploading: string | null
  /** Pictures that were chosen and are not kept yet, by record. */
  preparing: ReadonlyMap<string, number>
  /** Why a picture did not get through, by its id. */
  failures: ReadonlyMap<string, string>
}

/** An upload that has not called back by then never will. */
const UPLOAD_MS = 60_000
/** Pictures on their way at once: one that hangs does not hold up the others. */
const LANES = 3

/** For one new picture: more would not help either. */
const MOST_GIVEN_UP = 10

/** Some of the chosen pictures were not taken; all others are kept. */
export class PhotosLeftOut extends Error {
  constructor(tooLarge: number, unreadable: number) {
    const large = `${tooLarge} 张照片超过 ${limits.photoBytes / 1_000_000} MB,没有添加。请换一张,或压缩后再添加。`
    const broken = `${unreadable} 张照片读不出来,没有添加。请换一张,或截图后再添加。`
    super((tooLarge > 0 ? large : '') + (unreadable > 0 ? broken : ''))
    this.name = 'PhotosLeftOut'
  }
}

/** The person, or the phone, does not let the app take or choose pictures. */
export class PhotosRefused extends Error {
  constructor() {
    super('没有相机或相册权限，没有添加照片。请点右上角“…”→“设置”，允许使用摄像头和相册，再添加一次。')
    this.name = 'PhotosRefused'
  }
}

export type Photos = Sweep & {
  store: Store<PhotosState>
  /** 80 % of the room for files is used. */
  nearlyFull: Readable<boolean>
  /**
   * Takes or chooses pictures for a record. Throws when the phone has no room, with those before kept, and
   * PhotosLeftOut, with all others kept.
   */
  add: (recordId: string, source: PhotoSource, already: number, each: (photo: Photo) => void) => Promise<void>
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
  /** Does the server have this record, in a version that names this picture? To be asked for anew at each sending. */
  expectations: () => (recordId: string, photoId: string) => boolean
  /** The server has every picture of the record but these. */
  onAttached: (recordId: string, missing: string[]) => void
  /** All that may name a picture, of the platform that is open and of this record. */
  versions: (recordId?: string) => Versions
}

export function makePhotos({
  call,
  keep,
  files,
  clock,
  expectations,
  onAttached,
  versions,
}: PhotosParts): Photos {
  const shelf = keep.shelf('photo', keptPhoto)
  const byId = new Map(shelf.all().map((kept) => [kept.photo.id, kept]))
  const store = createStore<PhotosState>({
    photos: byId,
    uploading: null,
    preparing: new Map(),
    failures: new Map(),
  })
  const backOff = makeBackOff(clock)
  let sending: Promise<void> | null = null
  /** Asked to send while sending: there may be pictures now that were not expected when that began. */
  let again = false

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

  const isHere = (id: string) => store.get().photos.has(id)

  async function sendOne(kept: KeptPhoto): Promise<void> {
    const { photo, recordId } = kept
    let { fileId } = kept
    if (fileId === null) {
      const bytes = await files.read(photo.id)
      if (!bytes) {
        show(photo.id, kept, '手机里找不到这张照片,请删除后重新添加。')
        return
      }
      fileId = await withTimeout(files.upload(photo.id, bytes), clock, UPLOAD_MS)
      // Removed meanwhile: it must not come back without its file.
      if (!isHere(photo.id)) return
      put({ ...kept, fileId })
    }
    const { missingPhotos } = await call('records', 'attachPhoto', { recordId, photo, fileId })
    if (isHere(photo.id)) put({ ...kept, fileId, attached: true })
    onAttached(recordId, missingPhotos)
  }

  async function sendAll(): Promise<void> {
    const isExpected = expectations()
    const waiting = [...store.get().photos.values()].filter(
      ({ attached, recordId, photo }) => !attached && isExpected(recordId, photo.id),
    )
    let failed = false
    const sendNext = async (): Promise<void> => {
      const kept = waiting.shift()
      if (!kept) return
      if (!isHere(kept.photo.id)) return sendNext()
      store.update((state) => ({ ...state, uploading: kept.photo.id }))
      try {
        await sendOne(kept)
      } catch (failure) {
        const now = store.get().photos.get(kept.photo.id)
        if (now) {
          failed = true
          show(kept.photo.id, now, messageOf(failure))
        }
      }
      await sendNext()
    }
    await Promise.all(Array.from({ length: LANES }, sendNext))
    store.update((state) => ({ ...state, uploading: null }))
    if (failed) backOff.later(() => void send())
    else backOff.reset()
    await prune()
  }

  async function send(): Promise<void> {
    if (sending) again = true
    sending ??= sendWhileAsked().finally(() => (sending = null))
    await sending
  }

  async function sendWhileAsked(): Promise<void> {
    do {
      again = false
      await sendAll()
    } while (again)
  }

  async function prune(): Promise<void> {
    for (const { photo } of spare(store.get().photos.values())) await remove(photo.id)
  }

  /** Where there is no room, pictures that the server has give way. Throws when they are of no help. */
  async function save(id: string, bytes: Uint8Array): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await files.save(id, bytes)
      } catch (full) {
        const oldest = oldestArrived(store.get().photos.values())
        if (!oldest || tries > MOST_GIVEN_UP) throw full
        await remove(oldest.photo.id)
      }
    }
  }

  async function remove(id: string): Promise<void> {
    shelf.remove(id)
    show(id, null)
    await files.remove(id)
  }

  const sweep = makeSweep({
    ...{ keep, files, versions, remove },
    now: clock.now,
    kept: () => store.get().photos.values(),
    listed: shelf.ids,
  })

  return {
    store,
    nearlyFull: derive([store], () => isNearlyFull(store.get().photos.values())),
    async add(recordId, source, already, each) {
      let tooLarge = 0
      let left = 0
      const prepare = (count: number) => {
        const preparing = new Map(store.get().preparing)
        const others = (preparing.get(recordId) ?? 0) - left
        left = count
        if (others + count > 0) preparing.set(recordId, others + count)
        else preparing.delete(recordId)
        store.update((state) => ({ ...state, preparing }))
      }
      try {
        const { pictures, unreadable, isRefused } = await files.choose(
          source,
          limits.photos - already,
          prepare,
        )
        if (isRefused) throw new PhotosRefused()
        for (const bytes of pictures) {
          if (bytes.length > limits.photoBytes) {
            tooLarge += 1
            continue
          }
          const photo: Photo = { id: newId(clock.now()), sha256: sha256Hex(bytes), size: bytes.length }
          await save(photo.id, bytes)
          try {
            put({
              photo,
              recordId,
              takenAt: new Date(clock.now()).toISOString(),
              fileId: null,
              attached: false,
            })
          } catch (full) {
            await files.remove(photo.id)
            throw full
          }
          each(photo)
          prepare(Math.max(0, left - 1))
        }
        if (tooLarge + unreadable > 0) throw new PhotosLeftOut(tooLarge, unreadable)
      } finally {
        prepare(0)
      }
    },
    ...sweep,
    address: (id) => files.address(id),
    send,
    pause: () => backOff.reset(),
    retry() {
      backOff.reset()
      void send()
    },
  }
}
