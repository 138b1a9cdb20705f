/** The user's files of one mini-program (200 MB), and temporary ones, which die with the run. */
import { randomUUID } from 'node:crypto'

export const USER_FOLDER = 'wxfile://usr'
const TEMPORARY = 'wxfile://tmp_'
export const FILES_LIMIT = 200 * 1024 * 1024

export class FileRefused extends Error {}

export type Picture = { bytes: Uint8Array; width: number; height: number }

export class FileSystem {
  private readonly files = new Map<string, Uint8Array>()
  private readonly folders = new Set([USER_FOLDER])
  private readonly sizes = new Map<string, { width: number; height: number }>()

  /** @throws FileRefused when nothing is there. */
  read(path: string, what = 'open'): Uint8Array {
    const bytes = this.files.get(path)
    if (!bytes) throw new FileRefused(`no such file or directory, ${what} '${path}'`)
    return bytes
  }

  exists(path: string): boolean {
    return this.files.has(path) || this.folders.has(path)
  }

  isFolder(path: string): boolean {
    return this.folders.has(path)
  }

  /** @throws FileRefused outside the user's folder, in a folder that is not there, or when the room is used up. */
  write(path: string, bytes: Uint8Array): void {
    if (!path.startsWith(`${USER_FOLDER}/`)) throw new FileRefused(`permission denied, open '${path}'`)
    if (!this.folders.has(parentOf(path))) throw new FileRefused(`no such file or directory, open '${path}'`)
    const others = [...this.files].reduce(
      (sum, [name, one]) => sum + (isUsers(name) && name !== path ? one.length : 0),
      0,
    )
    if (others + bytes.length > FILES_LIMIT)
      throw new FileRefused('the maximum size of the file storage limit is exceeded')
    this.files.set(path, bytes)
  }

  remove(path: string): void {
    this.read(path, 'unlink')
    this.files.delete(path)
  }

  makeFolder(path: string, recursive: boolean): void {
    if (this.exists(path)) throw new FileRefused(`file already exists, mkdir '${path}'`)
    const parent = parentOf(path)
    if (!this.folders.has(parent)) {
      if (!recursive || !parent.startsWith(USER_FOLDER)) {
        throw new FileRefused(`no such file or directory, mkdir '${path}'`)
      }
      this.makeFolder(parent, true)
    }
    this.folders.add(path)
  }

  /** Names in a folder. */
  list(path: string): string[] {
    if (!this.folders.has(path)) throw new FileRefused(`no such file or directory, scandir '${path}'`)
    return [...this.files.keys(), ...this.folders]
      .filter((name) => parentOf(name) === path)
      .map((name) => name.slice(path.length + 1))
  }

  addTemporary(picture: Picture): string {
    const path = `${TEMPORARY}${randomUUID().replaceAll('-', '')}.jpg`
    this.files.set(path, picture.bytes)
    this.sizes.set(path, { width: picture.width, height: picture.height })
    return path
  }

  /** Width and height of a picture that the camera or the scaling made. */
  pictureSize(path: string): { width: number; height: number } {
    this.read(path)
    const size = this.sizes.get(path)
    if (!size) throw new FileRefused(`not a picture, '${path}'`)
    return size
  }

  forgetTemporary(): void {
    for (const path of this.files.keys()) if (!isUsers(path)) this.files.delete(path)
    this.sizes.clear()
  }
}

const isUsers = (path: string) => path.startsWith(`${USER_FOLDER}/`)
const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
