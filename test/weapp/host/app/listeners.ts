/** wx.onX and wx.offX: who in the app wants to hear of what. */
import { isCallable, type Callable, type Fields } from '../values'

export const HEARD = [
  ...[
    'AppShow',
    'AppHide',
    'Error',
    'UnhandledRejection',
    'PageNotFound',
    'NetworkStatusChange',
    'MemoryWarning',
  ],
  ...['ThemeChange', 'KeyboardHeightChange', 'WindowResize', 'UserCaptureScreen', 'NetworkWeakChange'],
] as const
export type Heard = (typeof HEARD)[number]

export class Listeners {
  private readonly lists = new Map<Heard, Callable[]>()

  constructor(private readonly fault: (error: unknown) => void) {}

  tell(what: Heard, message?: unknown): void {
    for (const listener of this.lists.get(what) ?? []) {
      try {
        listener(message)
      } catch (error) {
        this.fault(error)
      }
    }
  }

  /** The on… and off… methods of wx. */
  methods(): Fields {
    const methods: Fields = {}
    for (const what of HEARD) {
      methods[`on${what}`] = (listener: unknown) => {
        if (isCallable(listener)) this.lists.set(what, [...(this.lists.get(what) ?? []), listener])
      }
      methods[`off${what}`] = (listener: unknown) => {
        const kept =
          listener === undefined ? [] : (this.lists.get(what) ?? []).filter((one) => one !== listener)
        this.lists.set(what, kept)
      }
    }
    return methods
  }
}
