/** For the local preview: the local host gives its stored files under `/files/`. */
import type { LinkPhotos } from './types'

/** Addresses relative to the web preview. */
export const previewLinks: LinkPhotos = async (photos) =>
  photos
    .filter(({ photoId, fileId }) => fileId === `local:${photoId}`)
    .map(({ photoId }) => ({ photoId, url: `/files/${photoId}`, expiresAt: null }))
