/** How much a record may weigh: pages of lists hold several, and a phone's storage many. */
import type { z } from 'zod'
import { limits } from './limits'

/** Bytes of a text in UTF-8; the runtimes of older phones have no TextEncoder. */
export function utf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Refuses a payload of more than `limits.recordBytes`, naming the field that weighs most. */
export function withinRecordBytes(payload: object, context: z.RefinementCtx): void {
  const sizes = Object.entries(payload).map(([field, value]: [string, unknown]) => ({
    field,
    bytes: utf8Bytes(JSON.stringify(value) ?? ''),
  }))
  const over = utf8Bytes(JSON.stringify(payload)) - limits.recordBytes
  if (over <= 0) return
  const heaviest = sizes.reduce((most, each) => (each.bytes > most.bytes ? each : most))
  context.addIssue({
    code: 'custom',
    path: [heaviest.field],
    // A Chinese character is three bytes.
    message: `这条记录的文字太多，请在这里减少约 ${Math.ceil(over / 3)} 个字`,
  })
}
