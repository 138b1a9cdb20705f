/** The door to where photos lie: the cloud storage in WeChat, a folder of the local host in the preview. */
import { Refusal } from '../../../src/shared/contract'
import type { StoredPhoto } from '../records'

export type PhotoStore = {
  /** What a stored photo holds; null where the store does not have it. Refuses with UNAVAILABLE when it cannot be read. */
  read(photo: StoredPhoto): Promise<Uint8Array | null>
}

export const storeUnavailable = () =>
  new Refusal('UNAVAILABLE', { message: '文件暂时存取不了,没有改动任何数据。请稍后再试。' })

/** Where there is no store: every photo stays unchecked. */
export const unreadableStore: PhotoStore = { read: () => Promise.reject(storeUnavailable()) }
