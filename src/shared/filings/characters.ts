/**
 * How long a text is (RULES.md D37). A warning, never a barrier: what 1500字 means is the province's to
 * say, so both counts are shown.
 */

/** The length that the notice allows (RULES.md). */
export const SUMMARY_CHARACTERS = 1500

/** A number with its decimal point or thousands separators is one run. */
const counted =
  /\p{Script=Han}|\p{Nd}+(?:[.\uFF0E]\p{Nd}+|[,\uFF0C]\p{Nd}{3}(?!\p{Nd}))*|(?:(?!\p{Script=Han})\p{L})(?:(?!\p{Script=Han})[\p{L}\p{M}])*/gu

export type CharacterCounts = {
  /** Chinese characters, and each run of digits and each run of letters as one; no punctuation, no spaces. */
  words: number
  /** Every character (code point), punctuation and spaces included. */
  all: number
}

/** Both counts of a text, or of several texts together. */
export function countCharacters(...texts: readonly string[]): CharacterCounts {
  return texts.reduce(
    (sum, text) => ({
      words: sum.words + (text.match(counted)?.length ?? 0),
      all: sum.all + [...text].length,
    }),
    { words: 0, all: 0 },
  )
}
