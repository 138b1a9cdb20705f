/** What both hosts give a test. */
import type { Program } from './client'

export type PickUp = {
  /** Another name, another phone: storage and files of its own. */
  name: string
  /** The WeChat user; null is someone who never signed in. */
  person: string | null
  /** Where the cloud functions answer. */
  functions: string | null
  /** The built mini-program, when it is not the product's. */
  app?: string
  /** The page that a scanned code opens, with its query. */
  opened?: string
  /** Without a network from the first moment. */
  offline?: boolean
}

export type SetData = { page: string; within: string; bytes: number; turn: number; cause: string }

/** What no phone does on demand. */
export type Trials = {
  /** From now on this share of the calls goes wrong, drawn from the seed; 0: none. */
  spoilNetwork(share: number, seed: string): Promise<void>
  /** Calls on their way at this moment, also those of apps that have died. */
  onTheWay(): Promise<number>
  /**
   * The app that runs, or the next one, dies at the write to storage or files after so many (which is still done or
   * not), and after so many milliseconds at the latest.
   */
  doom(how: { writes?: number; done?: boolean; milliseconds?: number }): Promise<void>
  /** The person comes back to the app, which they left by `native().goHome()`. */
  comeBack(): Promise<void>
  /** All that the person was told by toasts, over every death. */
  told(): Promise<string[]>
}

export type Hand = {
  /** The official client. After `killAndRelaunch` it is another one. */
  readonly program: Program
  setOnline(online: boolean): Promise<void>
  /** Whether the app hears of it, as it does on a phone; else it finds out by asking. */
  readonly tellsNetwork: boolean
  /** The process dies without a word; the app starts again with what the phone has kept. */
  killAndRelaunch(opened?: string): Promise<void>
  /** Everything that went from the app to the screen; null where the host does not measure it. */
  sentToScreen(): Promise<SetData[] | null>
  /** The badges on the tabs, by the number of the tab; null where the host does not tell. */
  badges(): Promise<ReadonlyMap<number, string> | null>
  /** What nobody in the app caught, and what the host lacks. Reading empties it. */
  faults(): Promise<string[]>
  /** What a host of our own can do to an app; null in DevTools. */
  readonly trials: Trials | null
  /** Ends the app. @throws Error when it left faults, or sent too much to the screen at once. */
  putDown(): Promise<void>
}
