// Entries of a card, remembered. What a criterion gives depends on its own facts alone, and these take few
// values: a tap on the phone changes one criterion of thirty, and platforms share most of their marks. So an
// unchanged criterion is the very same object, which also spares the screen from drawing it again.
import type { Values } from '../rubric'

/** Results kept for a criterion of one fact; then it starts anew. */
const mostOfOne = 256
/** Results kept for a criterion of several facts: 2^6, as the hash has six bits; the newer replaces the older. */
const places = 64

/** Half points and counts are small multiples of 500,000 and stand in a plain array; the rest in a map. */
const halfPoint = 500_000

interface Remembered<T> {
  /** All values that it was made from, as they are: picking out those of the slots would cost more. */
  readonly from: Values
  readonly result: T
}

/**
 * What `make` gives for the values of `slots`: it must depend on these alone and give something immutable, and
 * runs once for equal values. A class, since its one method is built into the loop over all criteria.
 */
export class Memory<T> {
  /** The slot, when there is but one; -1 otherwise. */
  private readonly only: number
  private readonly halves: (T | undefined)[]
  private readonly others = new Map<number | null | undefined, T>()
  private readonly several: (Remembered<T> | undefined)[]

  constructor(
    private readonly slots: readonly number[],
    private readonly make: (values: Values) => T,
  ) {
    const [first] = slots
    this.only = slots.length === 1 && first !== undefined ? first : -1
    this.halves = Array.from({ length: mostOfOne }, () => undefined)
    this.several = Array.from({ length: this.only < 0 ? places : 0 }, () => undefined)
  }

  of(values: Values): T {
    if (this.only < 0) return this.ofSeveral(values)
    const key = values[this.only]
    const place = typeof key === 'number' ? (key / halfPoint) | 0 : -1
    if (place >= 0 && place < mostOfOne && place * halfPoint === key) {
      const known = this.halves[place]
      if (known !== undefined) return known
      const made = this.make(values)
      this.halves[place] = made
      return made
    }
    return this.ofOther(key, values)
  }

  private ofOther(key: number | null | undefined, values: Values): T {
    const known = this.others.get(key)
    if (known !== undefined) return known
    if (this.others.size >= mostOfOne) this.others.clear()
    const made = this.make(values)
    this.others.set(key, made)
    return made
  }

  private ofSeveral(values: Values): T {
    let hash = 17
    for (const slot of this.slots) hash = (Math.imul(hash, 31) + ((values[slot] ?? 7) | 0)) | 0
    // Fibonacci hashing: points are multiples of 500,000, whose low bits say nothing.
    const place = Math.imul(hash, 0x9e3779b1) >>> 26
    const found = this.several[place]
    if (found && this.isSame(found.from, values)) return found.result
    const result = this.make(values)
    this.several[place] = { from: values, result }
    return result
  }

  private isSame(a: Values, b: Values): boolean {
    for (const slot of this.slots) if (a[slot] !== b[slot]) return false
    return true
  }
}
