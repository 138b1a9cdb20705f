/** When the app dies without a word: at one of its next writes to the phone, before or after it, or after some time. */

export type Doom = {
  /** It dies at the write after so many; never at one when undefined. */
  writes?: number
  /** The fatal write is still done. */
  done?: boolean
  /** It dies after this time at the latest; never by itself when undefined. */
  milliseconds?: number
}

export class Fate {
  private left: number | null = null
  private done = false
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly die: () => void) {}

  /** Instead of whatever was to come before. */
  set({ writes, done = false, milliseconds }: Doom): void {
    clearTimeout(this.timer)
    this.left = writes ?? null
    this.done = done
    if (milliseconds !== undefined) this.timer = setTimeout(() => this.strike(), milliseconds)
  }

  /** @throws Error when the app dies of it. */
  write(change: () => void): void {
    if (this.left === null || this.left-- > 0) return change()
    try {
      if (this.done) change()
    } finally {
      this.strike()
    }
    throw new Error('the app has died')
  }

  private strike(): void {
    this.set({})
    this.die()
  }
}
