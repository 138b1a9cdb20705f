/** What the phone's logic needs of the machine it runs on. Everything else in this layer is free of Taro and the web. */
import type { KeyValue } from '../storage'
import type { Send, Timers } from '../transport'

/** Pictures on the phone, by a name of our own. Reading an unknown name gives null. */
export type Files = {
  /**
   * The person takes or chooses pictures; they come back scaled. Nothing when the person gives up. `begun`: so many
   * were chosen, and are being prepared.
   */
  choose: (source: PhotoSource, most: number, begun: (count: number) => void) => Promise<Chosen>
  /** Throws when the phone has no room. */
  save: (name: string, bytes: Uint8Array) => Promise<void>
  read: (name: string) => Promise<Uint8Array | null>
  remove: (name: string) => Promise<void>
  names: () => Promise<string[]>
  /** What an image element shows; null where the picture is not on this phone. */
  address: (name: string) => Promise<string | null>
  /** Into the platform's file store; gives the id under which it lies there. Throws NetworkFailure. */
  upload: (name: string, bytes: Uint8Array) => Promise<string>
}

/** The pictures that could be read, how many could not, and whether the app may take none at all. */
export type Chosen = { pictures: Uint8Array[]; unreadable: number; isRefused?: boolean }
export type PhotoSource = 'camera' | 'album'
/** The shorter side of a kept picture, in pixels: a long screenshot stays legible. */
const SHORT_SIDE = 1200
/** Pixels of a kept picture in all: what a phone can hold of it in memory. */
const MOST_PIXELS = 16_000_000
export const PHOTO_QUALITY = 0.82

/** By how much a picture of so many pixels is made smaller: 1 = not at all. */
export function shrinkOf(width: number, height: number): number {
  return Math.min(1, SHORT_SIDE / Math.min(width, height), Math.sqrt(MOST_PIXELS / (width * height)))
}

export type Network = {
  online: () => Promise<boolean>
  /** Told each time the connection comes or goes. */
  onChange: (listener: (online: boolean) => void) => void
}

export type Life = {
  onShow: (listener: () => void) => void
  /** Told when the person leaves, perhaps for good. */
  onHide: (listener: () => void) => void
}

export type Located = { latitude: number; longitude: number; accuracy?: number; name?: string }

export type Location = {
  /** The person has permitted it before, so that `here` asks them nothing. */
  isPermitted: () => Promise<boolean>
  /** Null when the person refuses or the phone cannot tell. */
  here: () => Promise<Located | null>
  /** Chosen on a map; null when the person gives up or no map exists. */
  choose: (() => Promise<Located | null>) | null
}

/** Stand-ins for signing in, in the web preview alone. */
export type PreviewPeople = {
  current: () => string | null
  list: () => Promise<PreviewPerson[]>
  /** Starts again as this person. */
  become: (openid: string) => void
}
export type PreviewPerson = { openid: string; name: string; title: string }

export type MadeFile = { fileName: string; url: string }
/**
 * `opened`: shown, or on its way to the person's downloads; `link`: no viewer here, the link is on the clipboard;
 * `not-copied`, `not-opened`: the file is made, but the clipboard or the viewer refused.
 */
export type Opened = 'opened' | 'link' | 'not-copied' | 'not-opened'

/** `dataUri`: PNG, JPEG or SVG in base64. */
export type MadePicture = { name: string; dataUri: string }
/** `not-permitted`: the person has refused the album, now or earlier. */
export type Saved = 'saved' | 'given-up' | 'not-permitted' | 'not-saved'

export type Platform = {
  send: Send
  storage: KeyValue
  /** Several windows may share this storage, so the outbox must take turns. */
  sharedStorage: boolean
  files: Files
  network: Network
  life: Life
  location: Location
  timers: Timers & { now: () => number }
  copyText: (text: string) => Promise<void>
  /** Shows a file that the server has made. Throws NetworkFailure when it does not arrive. */
  openFile: (file: MadeFile) => Promise<Opened>
  /** Into the album, or the downloads of a browser. */
  savePicture: (picture: MadePicture) => Promise<Saved>
  /** What the camera reads, of our own mini-program codes the page they lead to; null when the person gives up or refuses. Null where no codes can be scanned. */
  scanCode: (() => Promise<string | null>) | null
  /** Asks the person to let us send them one message of each template; null where there are no such messages. */
  askForMessages: ((templates: string[]) => Promise<boolean>) | null
  /** Null in WeChat: the bundle for phones has no such door. */
  preview: PreviewPeople | null
}
