/** wx storage: 1 MB a key, 10 MB in all, and it survives the app. */

export const KEY_LIMIT = 1024 * 1024
export const STORAGE_LIMIT = 10 * 1024 * 1024

export class StorageRefused extends Error {}

export class Storage {
  /** Values as JSON; WeChat keeps their types. */
  private readonly entries = new Map<string, string>()

  get(key: string): unknown {
    const text = this.entries.get(key)
    return text === undefined ? undefined : JSON.parse(text)
  }

  has(key: string): boolean {
    return this.entries.has(key)
  }

  /** @throws StorageRefused when the value, or all of them together, would be too large. */
  set(key: string, value: unknown): void {
    const text = JSON.stringify(value ?? '')
    const size = sizeOf(key, text)
    if (size > KEY_LIMIT) throw new StorageRefused('entry size limit reached')
    const others = this.size - (this.entries.has(key) ? sizeOf(key, this.entries.get(key) ?? '') : 0)
    if (others + size > STORAGE_LIMIT) throw new StorageRefused('exceed storage max size 10Mb')
    this.entries.set(key, text)
  }

  remove(key: string): void {
    this.entries.delete(key)
  }

  clear(): void {
    this.entries.clear()
  }

  get keys(): string[] {
    return [...this.entries.keys()]
  }

  /** Bytes. */
  get size(): number {
    return [...this.entries].reduce((sum, [key, text]) => sum + sizeOf(key, text), 0)
  }
}

const sizeOf = (key: string, text: string) => Buffer.byteLength(key) + Buffer.byteLength(text)
