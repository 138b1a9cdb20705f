/** Text as people type it: counted in code points, so that 𠮷 is one character; control characters and halves of a character are refused. */
import { z } from 'zod'

// eslint-disable-next-line no-control-regex -- refusing control characters is the purpose
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udfff]/u

/** What shows nothing: spaces, zero-width and direction characters, Hangul fillers, the blank Braille pattern. */
const invisible = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/u

/** Does a text show nothing to whoever reads it? */
export function isBlank(value: string): boolean {
  return visibleLength(value) === 0
}

/** Code points of a text that show something. */
function visibleLength(value: string): number {
  return [...value].filter((character) => !invisible.test(character)).length
}

/** What names something and is never read by people: an id, a cursor, a criterion. 1…`max` printable ASCII characters. */
export function identifier(max: number) {
  return z
    .string()
    .max(max)
    .regex(/^[!-~]+$/, '编号不对')
}

/** A text of at most `max` characters of which at least `min` can be seen, trimmed at both ends. */
export function text(max: number, min = 0) {
  return (
    z
      .string()
      .trim()
      // Before anything counts code points: a text of millions of characters is not worth the time.
      .max(inputLength(max), { message: `最多 ${max} 个字`, abort: true })
      .refine((value) => visibleLength(value) >= min, min === 1 ? '请填写' : `至少 ${min} 个字`)
      .refine((value) => [...value].length <= max, `最多 ${max} 个字`)
      .refine((value) => !control.test(value), '含有不能识别的字符')
  )
}

/** What an input must take, so that it cuts nothing that a text of `max` characters may hold: it counts UTF-16 units. */
export function inputLength(max: number): number {
  return max * 2
}
