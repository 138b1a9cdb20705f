/** For the local preview: the local host's folder of files, one file an id. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PhotoStore } from './types'

export function previewPhotos(folder: string): PhotoStore {
  return {
    async read({ photoId, fileId }) {
      const path = join(folder, photoId)
      return fileId === `local:${photoId}` && existsSync(path) ? readFile(path) : null
    },
  }
}
