/** The door to wherever files lie: the cloud storage in WeChat, a folder of the local host in the preview. */
import type { StoredPhoto } from '../../backend'

export type NewFile = { fileName: string; content: Uint8Array }
/** `expiresAt` is ISO in UTC; null where the address does not expire. */
export type KeptFile = { url: string; expiresAt: string | null }

export type FileStore = {
  /** Keeps a file under a path that nobody guesses. Refuses with UNAVAILABLE when the store does not answer. */
  keep(file: NewFile, now: Date): Promise<KeptFile>
  /** What a stored photo holds; null where the store does not have it. Refuses like `keep`. */
  read(photo: StoredPhoto): Promise<Uint8Array | null>
}
