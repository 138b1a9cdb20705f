// Entries of a card, remembered. What a criterion gives depends on its own facts alone, and these take few
// values: a tap on the phone changes one criterion of thirty, and platforms share most of their marks. So an
// unchanged criterion is the very same object, which also spares the screen from drawing it again.
import type { Values } from '../rubric'

/** Half points and counts up to this many stand in a plain array. */
const mostOfHalves = 256
/** Places for other values of one fact, a power of two: marks in steps of 0.01 up to 40 points have one each. */
const mostOfOthers = 4096
/** Results kept for a criterion of several facts: 2^6, as the hash has six bits; the newer replaces the older. */
const places = 64

/** Half points and counts are small multiples of 500,000. */
const halfPoint = 500_000
const hundredth = 10_000

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
  /** Other values, each at the place of its hundredths; the newer replaces the older. Made when the first comes. */
  private others: (T | undefined)[] = []
  private othersFrom: (number | null | undefined)[] = []
  private readonly absent = new Map<null | undefined, T>()
  private readonly several: (Remembered<T> | undefined)[]

  constructor(
    private readonly slots: readonly number[],
    private readonly make: (values: Values) => T,
  ) {
    const [first] = slots
    this.only = slots.length === 1 && first !== undefined ? first : -1
    this.halves = Array.from({ length: mostOfHalves }, () => undefined)
    this.several = Array.from({ length: this.only < 0 ? places : 0 }, () => undefined)
  }

  of(values: Values): T {
    if (this.only < 0) return this.ofSeveral(values)
    const key = values[this.only]
    const place = typeof key === 'number' ? (key / halfPoint) | 0 : -1
    if (place >= 0 && place < mostOfHalves && place * halfPoint === key) {
      const known = this.halves[place]
      if (known !== undefined) return known
      const made = this.make(values)
      this.halves[place] = made
      return made
    }
    return this.ofOther(key, values)
  }

  private ofOther(key: number | null | undefined, values: Values): T {
    if (typeof key !== 'number') return this.ofAbsent(key, values)
    if (this.others.length === 0) {
      this.others = Array.from({ length: mostOfOthers }, () => undefined)
      this.othersFrom = Array.from({ length: mostOfOthers }, () => undefined)
    }
    const place = (key / hundredth) & (mostOfOthers - 1)
    const known = this.others[place]
    if (known !== undefined && this.othersFrom[place] === key) return known
    const made = this.make(values)
    this.others[place] = made
    this.othersFrom[place] = key
    return made
  }

  private ofAbsent(key: null | undefined, values: Values): T {
    const known = this.absent.get(key)
    if (known !== undefined) return known
    const made = this.make(values)
    this.absent.set(key, made)
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
