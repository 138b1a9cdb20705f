/** Waiting for what the app does in its own time. */
import type { Hand } from './types'

const PATIENCE = 20_000
const PAUSE = 40
/** Longer than any animation of a sheet. */
const CALM = 600

/** The app has died meanwhile: waiting would not help. */
export const isDeath = (error: unknown) => error instanceof Error && error.message === 'the app does not run'

/** Tries until `check` no longer throws, and gives its value; throws what it threw last. */
export async function eventually<Value>(
  check: () => Value | Promise<Value>,
  patience = PATIENCE,
): Promise<Value> {
  const end = Date.now() + patience
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end || isDeath(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}

/** Waits until nothing has gone to the screen for a while, so that what follows is the next tap's alone. */
export async function settled(hand: Hand): Promise<number> {
  let before = -1
  for (;;) {
    const now = (await hand.sentToScreen())?.length ?? 0
    if (now === before) return now
    before = now
    await new Promise((resolve) => setTimeout(resolve, CALM))
  }
}
