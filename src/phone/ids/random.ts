/** Random bytes. WeChat's own source answers later only, so the clock and Math.random stand in where the web's is missing. */
import { sha256 } from '@noble/hashes/sha2'
import { utf8 } from './utf8'

let calls = 0

export function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  if (typeof crypto !== 'undefined' && typeof crypto.getRandomValues === 'function') {
    return crypto.getRandomValues(bytes)
  }
  return mixedBytes(count)
}

/** Bytes from several weak sources, mixed by SHA-256: good enough to tell records apart, not for secrets. */
export function mixedBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  for (let filled = 0; filled < count; filled += 32) {
    calls += 1
    const seed = Array.from({ length: 8 }, () => Math.random()).join()
    bytes.set(sha256(utf8(`${seed};${Date.now()};${calls}`)).subarray(0, count - filled), filled)
  }
  return bytes
}
