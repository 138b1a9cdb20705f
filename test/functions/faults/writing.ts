/** What writes: for each action a request that can be made again and again, and each time has something to write. */
import type { FunctionName } from '../../../src/shared/contract'
import type { evaluatedWorld } from '../evaluating'
import { everyFunction, openidOf, type Name } from '../harness'

/** `who` null = the platform's timer. */
export type Request = { who: Name | null; name: FunctionName; action: string; input: unknown }

export type Writing = {
  make: () => Promise<Request>
  /** Trying again after a lost answer adds a second one that does no harm, such as an invitation that nobody has. */
  twice?: true
  /**
   * In several transactions, each of which may stand alone. Trying again adds the rest; of what only says that there
   * was a run it may add one more.
   */
  inParts?: { mayRepeat: readonly string[] }
}

export type World = ReturnType<typeof evaluatedWorld>
export type Asking = {
  world: World
  /** Calls on the sound database; throws unless it succeeds. What it answers is for the next request. */
  ask: (who: Name, name: FunctionName, action: string, input: unknown) => Promise<Answered>
  /** Another text each time, so that a request is no repeat of the one before. */
  another: (text: string) => string
}
export type Answered = Record<string, unknown>

export function asking(world: World): Asking {
  let count = 0
  return {
    world,
    ask: async (who, name, action, input) => {
      const main = everyFunction(world.everything.dependencies(() => openidOf(who)))[name]
      const answer = await main({ action, input })
      if (!answer.ok) throw new Error(`${name}.${action}: ${JSON.stringify(answer.error)}`)
      return Object.fromEntries(Object.entries(answer.data ?? {}))
    },
    another: (text) => `${text}${(count += 1)}`,
  }
}
