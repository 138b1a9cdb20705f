/** What outlives a run of the app: storage, files, who the person is, the network; and what was seen meanwhile. */
import { RunningApp } from './app/app'
import type { AppFiles } from './app/files'
import { BadNetwork } from './bad-network'
import { Fate } from './fate'
import { FileSystem } from './file-system'
import { Measure } from './measure'
import { Screen } from './screen'
import { Storage } from './storage'
import { textOfLog } from './log'
import type { Fields } from './values'

export type PhoneEvents = {
  exception(message: string, stack: string): void
  log(type: string, given: readonly unknown[]): void
}

export class Phone {
  readonly storage = new Storage()
  readonly files = new FileSystem()
  readonly measure = new Measure()
  readonly screen = new Screen()
  /** Errors that nobody in the app caught, and calls that this host lacks. */
  readonly faults: string[] = []
  readonly network = new BadNetwork()
  readonly fate = new Fate(() => this.kill())
  online = true
  app: RunningApp | null = null
  listener: PhoneEvents | null = null

  constructor(
    private readonly program: AppFiles,
    /** Where the cloud functions answer, and as whom they are asked. */
    readonly cloud: { url: string | null; person: string | null },
    /** The product asks nobody but its cloud functions: `wx.request` is lacking, unless a test's stand-in needs it. */
    readonly mayRequest: boolean,
  ) {}

  /** Starts the app where it does not run; `url` is the page that a scanned code opens. */
  launch(url?: string): RunningApp {
    if (this.app) return this.app
    this.files.forgetTemporary()
    const app = new RunningApp(this, this.program)
    this.app = app
    // It may die of its first steps.
    app.launch(url)
    return app
  }

  kill(): void {
    this.app?.end()
    this.app = null
    this.screen.clear()
  }

  setOnline(online: boolean): void {
    if (online === this.online) return
    this.online = online
    const status = { isConnected: online, networkType: online ? 'wifi' : 'none' }
    this.app?.listeners.tell('NetworkStatusChange', this.app.realm.into(status))
  }

  fault(message: string, stack: string): void {
    this.faults.push(message)
    this.listener?.exception(message, stack)
  }

  console(): Fields {
    const write =
      (type: string) =>
      (...given: unknown[]) =>
        this.listener?.log(type, given.map(textOfLog))
    return Object.fromEntries(
      ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd', 'time', 'timeEnd'].map((type) => [
        type,
        write(type),
      ]),
    )
  }
}
