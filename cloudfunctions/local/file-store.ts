/**
 * Files of the web preview, one each, in a folder of the local host. In WeChat the platform stores them. The function
 * `reports` reads photos from this folder and adds the files that it makes, by the same rule: the name is the id.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export const FILE_LIMIT = 20 * 1024 * 1024
const idSchema = z.uuid()

export type StoredFile = { fileId: string; sha256: string; size: number }
export type Saved = { ok: true; file: StoredFile } | { ok: false; status: 400 | 409 | 413; message: string }

export type FileStore = {
  /** Reads the whole stream, also of a file that it refuses. The same id takes the same content again, no other. */
  save(id: string, content: AsyncIterable<Buffer>): Promise<Saved>
  /** The content and its type, or null. */
  read(id: string): { content: Buffer; type: string } | null
}

export function openFileStore(folder: string): FileStore {
  mkdirSync(folder, { recursive: true })
  const pathOf = (id: string) => join(folder, idSchema.parse(id).toLowerCase())

  async function save(id: string, content: AsyncIterable<Buffer>): Promise<Saved> {
    if (!idSchema.safeParse(id).success) {
      for await (const _ of content) continue
      return { ok: false, status: 400, message: 'not a photo id' }
    }
    const part = join(folder, `${randomUUID()}.part`)
    const out = createWriteStream(part)
    const hash = createHash('sha256')
    let size = 0
    try {
      for await (const chunk of content) {
        size += chunk.length
        if (size > FILE_LIMIT) continue
        hash.update(chunk)
        if (!out.write(chunk)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
      }
      await new Promise<void>((resolve, reject) => {
        out.once('error', reject)
        out.end(() => resolve())
      })
      if (size > FILE_LIMIT) return { ok: false, status: 413, message: 'more than 20 MB' }
      if (size === 0) return { ok: false, status: 400, message: 'empty' }
      const sha256 = hash.digest('hex')
      const path = pathOf(id)
      if (existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256) {
        return { ok: false, status: 409, message: 'another file has this id' }
      }
      renameSync(part, path)
      return { ok: true, file: { fileId: `local:${id.toLowerCase()}`, sha256, size } }
    } finally {
      out.destroy()
      rmSync(part, { force: true })
    }
  }

  function read(id: string) {
    if (!idSchema.safeParse(id).success || !existsSync(pathOf(id))) return null
    const content = readFileSync(pathOf(id))
    return { content, type: imageType(content) }
  }
  return { save, read }
}

/** Told from the content: whatever is no picture is never shown as a page. */
function imageType(content: Buffer): string {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (content.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'image/png'
  if (content.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp'
  return 'application/octet-stream'
}

export function removeFiles(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
