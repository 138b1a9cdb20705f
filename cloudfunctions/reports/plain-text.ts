/** Text as files take it. Pure. */

/** Characters (UTF-16 units) of one Excel cell. */
export const CELL_LIMIT = 32_767
const CUT = '…(内容过长,已截断)'

/**
 * What XML 1.0 forbids: control characters, halves of a character, and the two that are none. A person's text was
 * checked when it was entered; other text may come from anywhere.
 */
const forbidden = /[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Line breaks as `\n`, and nothing that XML forbids. 𠮷, 䶮 and emoji stay. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(forbidden, '')
}

/** The same, cut to what a cell holds, between characters and with a mark. */
export function cutToCell(text: string): string {
  const plain = plainText(text)
  if (plain.length <= CELL_LIMIT) return plain
  const end = CELL_LIMIT - CUT.length
  const half = /[\ud800-\udbff]/.test(plain.charAt(end - 1))
  return plain.slice(0, half ? end - 1 : end) + CUT
}

/** As a file of Excel writes it: `_x0041_` stands for A there (ECMA-376, ST_Xstring), so the `_` of a typed one is escaped. */
export function cellText(text: string): string {
  return cutToCell(text).replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
}
