/** Texts as UTF-8. WeChat's phones have no TextEncoder; packages that use it fail there, so they are given bytes. */

/** Half of a surrogate pair becomes U+FFFD, as TextEncoder has it. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  const push = (lead: number, point: number, following: number) => {
    bytes.push(lead | (point >> (6 * following)))
    for (let left = following - 1; left >= 0; left--) bytes.push(0x80 | ((point >> (6 * left)) & 0x3f))
  }
  for (const character of text) {
    const given = character.codePointAt(0) ?? 0
    const point = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) push(0xc0, point, 1)
    else if (point < 0x10000) push(0xe0, point, 2)
    else push(0xf0, point, 3)
  }
  return Uint8Array.from(bytes)
}
