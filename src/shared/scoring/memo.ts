// Entries of a card, remembered. What a criterion gives depends on its own facts alone, and these take few
// values: a tap on the phone changes one criterion of thirty, and platforms share most of their marks. So an
// unchanged criterion is the very same object, which also spares the screen from drawing it again.
import type { Values } from '../rubric'

/** Results kept for a criterion of one fact; then it starts anew. */
const mostOfOne = 256
/** Results kept for a criterion of several facts: 2^6, as the hash has six bits; the newer replaces the older. */
const places = 64

/** `make`, which must depend on the values of `slots` alone and give something immutable, run once for equal values. */
export function remember<T>(slots: readonly number[], make: (values: Values) => T): (values: Values) => T {
  const [only] = slots
  return slots.length === 1 && only !== undefined ? rememberOne(only, make) : rememberSeveral(slots, make)
}

/** Half points and counts are small multiples of 500,000 and stand in a plain array; the rest in a map. */
const halfPoint = 500_000

function rememberOne<T>(slot: number, make: (values: Values) => T): (values: Values) => T {
  const halves: (T | undefined)[] = Array.from({ length: mostOfOne }, () => undefined)
  const others = new Map<number | null | undefined, T>()
  return (values) => {
    const key = values[slot]
    const place = typeof key === 'number' ? (key / halfPoint) | 0 : -1
    if (place >= 0 && place < mostOfOne && place * halfPoint === key) {
      const known = halves[place]
      if (known !== undefined) return known
      const made = make(values)
      halves[place] = made
      return made
    }
    const known = others.get(key)
    if (known !== undefined) return known
    if (others.size >= mostOfOne) others.clear()
    const made = make(values)
    others.set(key, made)
    return made
  }
}

interface Remembered<T> {
  /** All values that it was made from, as they are: picking out those of the slots would cost more. */
  readonly from: Values
  readonly result: T
}

function rememberSeveral<T>(slots: readonly number[], make: (values: Values) => T): (values: Values) => T {
  const kept: (Remembered<T> | undefined)[] = Array.from({ length: places }, () => undefined)
  const isSame = (a: Values, b: Values) => {
    for (const slot of slots) if (a[slot] !== b[slot]) return false
    return true
  }
  return (values) => {
    let hash = 17
    for (const slot of slots) hash = (Math.imul(hash, 31) + ((values[slot] ?? 7) | 0)) | 0
    // Fibonacci hashing: points are multiples of 500,000, whose low bits say nothing.
    const place = Math.imul(hash, 0x9e3779b1) >>> 26
    const found = kept[place]
    if (found && isSame(found.from, values)) return found.result
    const result = make(values)
    kept[place] = { from: values, result }
    return result
  }
}
