/** Ids of records and photos, and the hashes by which phone and server agree on a content. */
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import { v7 } from 'uuid'
import { hashedText, type RecordPayload } from '../../shared/records'
import { randomBytes } from './random'
import { utf8 } from './utf8'

/** A new id; ids made later sort after it. */
export function newId(now = Date.now()): string {
  return v7({ msecs: now, random: randomBytes(16) })
}

/** When an id of ours was made, in ms; null for one that does not tell. */
export function timeOfId(id: string): number | null {
  const [, high, low] = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(id) ?? []
  return high === undefined || low === undefined ? null : Number.parseInt(high + low, 16)
}

/** SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal characters. */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8(content) : content))
}

export function hashOfRecord(platformId: string, payload: RecordPayload): string {
  return sha256Hex(hashedText(platformId, payload))
}
