/** What the tests of files add to the harness: a store in memory, and what a file holds. */
import { randomUUID } from 'node:crypto'
import { createFunction } from '../../cloudfunctions/reports/create-function'
import type { FileStore, NewFile } from '../../cloudfunctions/reports/file-store'
import { evaluatedWorld } from './evaluating'
import { host } from './harness'

export { cellsOf, partsOf, wordsOf } from '../reports/cells'

/** `photos` are the files of the store by their photos' ids. */
export function memoryStore(photos = new Map<string, Uint8Array>()) {
  const kept: NewFile[] = []
  const store: FileStore = {
    keep: async (file, now) => {
      kept.push(file)
      return { url: `https://files.example/${randomUUID()}`, expiresAt: now.toISOString() }
    },
    read: async ({ photoId }) => photos.get(photoId) ?? null,
  }
  return { store, kept, photos }
}

export function reportingWorld() {
  const evaluated = evaluatedWorld()
  const files = memoryStore()
  const as = host(evaluated.everything, 'reports', (dependencies) =>
    createFunction(dependencies, files.store),
  )
  /** The file kept last. */
  const last = () => {
    const file = files.kept.at(-1)
    if (!file) throw new Error('no file was kept')
    return file
  }
  return { ...evaluated, ...files, as, last }
}
