/** What the tests of files add to the harness: a store in memory, and what a file holds. */
import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { createFunction } from '../../cloudfunctions/reports/create-function'
import type { FileStore, NewFile } from '../../cloudfunctions/reports/file-store'
import { evaluatedWorld } from './evaluating'
import { host } from './harness'

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

/** The parts of a zip as text, by path. */
export function partsOf(content: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(content)).map(([path, part]) => [path, strFromU8(part)]))
}

const unescaped = (text: string) =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => {
    return { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name] ?? ''
  })

/** The cells of a sheet (from 1) as text, row by row; numbers as written. */
export function cellsOf(content: Uint8Array, sheet = 1): string[][] {
  const parts = partsOf(content)
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item = '']) => unescaped([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join('')),
  )
  return [
    ...(parts[`xl/worksheets/sheet${sheet}.xml`] ?? '').matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs),
  ].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/gs)].map(
      ([, attributes = '', value = '']) =>
        /t="s"/.test(attributes) ? (strings[Number(value)] ?? '') : value,
    ),
  )
}

/** The text of a Word file, a line for each paragraph. */
export function wordsOf(content: Uint8Array): string {
  const document = partsOf(content)['word/document.xml'] ?? ''
  return [...document.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      unescaped([...paragraph.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join('')),
    )
    .join('\n')
}
