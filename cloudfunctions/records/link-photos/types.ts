/** The door to whatever gives addresses of stored photos. */
import type { StoredPhoto } from '../../backend'

/** `expiresAt` is ISO in UTC; null where the address does not expire. */
export type PhotoLink = { photoId: string; url: string; expiresAt: string | null }

/** Addresses of photos that lie in the file store; a photo that has none there is left out. */
export type LinkPhotos = (photos: readonly StoredPhoto[], now: Date) => Promise<PhotoLink[]>
