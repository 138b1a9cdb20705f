/** The web preview: pictures are kept in IndexedDB, scaled on a canvas, and put to the local host. */
import { z } from 'zod'
import { NetworkFailure } from '../transport'
import { PHOTO_QUALITY, shrinkOf, type Files, type PhotoSource } from './types'
import { currentPerson } from './web-people'

const STORE = 'photos'
const addresses = new Map<string, string>()
const uploadAnswer = z.object({ fileId: z.string().min(1) })

export const webFiles: Files = {
  async choose(source, most, begun) {
    const pictures: Uint8Array[] = []
    const chosen = (await choose(source, most)).slice(0, most)
    begun(chosen.length)
    for (const file of chosen) {
      const picture = await scaled(file)
      if (picture) pictures.push(picture)
    }
    return { pictures, unreadable: chosen.length - pictures.length }
  },
  async save(name, bytes) {
    await request('readwrite', (store) => store.put(bytes, name))
  },
  async read(name) {
    const bytes: unknown = await request('readonly', (store) => store.get(name))
    return bytes instanceof Uint8Array ? bytes : null
  },
  async remove(name) {
    await request('readwrite', (store) => store.delete(name))
    const address = addresses.get(name)
    if (address) URL.revokeObjectURL(address)
    addresses.delete(name)
  },
  async names() {
    const keys = await request('readonly', (store) => store.getAllKeys())
    return keys.map(String)
  },
  async address(name) {
    const known = addresses.get(name)
    if (known) return known
    const bytes = await webFiles.read(name)
    if (!bytes) return null
    const address = URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/jpeg' }))
    addresses.set(name, address)
    return address
  },
  async upload(name, bytes) {
    let answer: Response
    try {
      answer = await fetch(`/files/${name}`, {
        method: 'PUT',
        headers: { 'content-type': 'image/jpeg', 'x-preview-openid': currentPerson() ?? '' },
        body: bytes.slice(),
      })
    } catch {
      throw new NetworkFailure('offline')
    }
    if (!answer.ok) throw new NetworkFailure('not-stored')
    const body = uploadAnswer.safeParse(await answer.json().catch(() => null))
    if (!body.success) throw new NetworkFailure('foreign')
    return body.data.fileId
  },
}

function choose(source: PhotoSource, most: number): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = most > 1
    if (source === 'camera') input.setAttribute('capture', 'environment')
    input.onchange = () => resolve(Array.from(input.files ?? []))
    input.oncancel = () => resolve([])
    input.click()
  })
}

async function scaled(file: File): Promise<Uint8Array | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const shrink = shrinkOf(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * shrink)
  canvas.height = Math.round(bitmap.height * shrink)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', PHOTO_QUALITY),
  )
  return blob ? new Uint8Array(await blob.arrayBuffer()) : null
}

async function request<T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await open()
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(STORE, mode)
    const asked = run(transaction.objectStore(STORE))
    transaction.oncomplete = () => {
      base.close()
      resolve(asked.result)
    }
    transaction.onerror = transaction.onabort = () => {
      base.close()
      reject(transaction.error ?? new Error('no room for pictures'))
    }
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('window-evaluation', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('no picture store'))
  })
}
