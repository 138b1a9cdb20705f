/** For the local preview: the local host's folder of files, one file an id, which it gives under `/files/`. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from './types'

export function previewStore(folder: string): FileStore {
  return {
    async keep({ fileName, content }) {
      const id = randomUUID()
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, id), content)
      return { url: `/files/${id}?name=${encodeURIComponent(fileName)}`, expiresAt: null }
    },
    async read({ photoId, fileId }) {
      const path = join(folder, photoId)
      return fileId === `local:${photoId}` && existsSync(path) ? readFile(path) : null
    },
  }
}
