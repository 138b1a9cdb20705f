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

export type Hand = {
  /** The official client. After `killAndRelaunch` it is another one. */
  readonly program: Program
  setOnline(online: boolean): Promise<void>
  /** The process dies without a word; the app starts again with what the phone has kept. */
  killAndRelaunch(opened?: string): Promise<void>
  /** Everything that went from the app to the screen; null where the host does not measure it. */
  sentToScreen(): Promise<SetData[] | null>
  /** The badges on the tabs, by the number of the tab; null where the host does not tell. */
  badges(): Promise<ReadonlyMap<number, string> | null>
  /** What nobody in the app caught, and what the host lacks. Reading empties it. */
  faults(): Promise<string[]>
  /** Ends the app. @throws Error when it left faults, or sent too much to the screen at once. */
  putDown(): Promise<void>
}
