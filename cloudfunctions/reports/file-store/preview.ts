/** For the local preview: the local host's folder of files, one file an id, which it gives under `/files/`. */
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { previewPhotos } from '../../backend/photo-evidence'
import type { FileStore } from './types'

export function previewStore(folder: string): FileStore {
  return {
    async keep({ fileName, content }) {
      const id = randomUUID()
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, id), content)
      return { url: `/files/${id}?name=${encodeURIComponent(fileName)}`, expiresAt: null }
    },
    read: previewPhotos(folder).read,
  }
}
