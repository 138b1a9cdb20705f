/** Numbers that look random and are the same for the same text, so that the example province can be made again. */

export class Random {
  readonly #text: string
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(text: string) {
    this.#text = text
    const [a, b, c, d] = spread(text)
    this.#a = a
    this.#b = b
    this.#c = c
    this.#d = d
    for (let i = 0; i < 12; i += 1) this.next()
  }

  /** A stream of its own: what is drawn from it moves nothing elsewhere. */
  fork(label: string): Random {
    return new Random(`${this.#text}/${label}`)
  }

  /** 0 ≤ x < 1 (sfc32). */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (this.#c << 21) | (this.#c >>> 11)
    this.#c = (this.#c + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  between([low, high]: readonly [number, number]): number {
    return low + this.next() * (high - low)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.next() * items.length)] ?? items[0]
  }

  /** `count` different items, or all of them in another order. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items]
    const taken: Item[] = []
    while (taken.length < count && left.length > 0) {
      taken.push(...left.splice(Math.floor(this.next() * left.length), 1))
    }
    return taken
  }

  /** A UUID of version 7 as a phone would have made it at that instant (ISO). */
  uuid(instant: string): string {
    const time = Date.parse(instant).toString(16).padStart(12, '0')
    const digits = Array.from({ length: 19 }, () => this.whole(0, 15).toString(16)).join('')
    const variant = (8 + this.whole(0, 3)).toString(16)
    return [
      time.slice(0, 8),
      time.slice(8),
      `7${digits.slice(0, 3)}`,
      `${variant}${digits.slice(3, 6)}`,
      digits.slice(6, 18),
    ].join('-')
  }
}

function spread(text: string): [number, number, number, number] {
  let hash = 1_779_033_703 ^ text.length
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 3_432_918_353)
    hash = (hash << 13) | (hash >>> 19)
  }
  const step = () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507)
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909)
    return (hash ^= hash >>> 16) | 0
  }
  return [step(), step(), step(), step()]
}
