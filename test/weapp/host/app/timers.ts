/** The app's timers. They end with the app, and an error in one is the app's fault, never the host's end. */
import { isCallable, type Fields } from '../values'

export class Timers {
  private readonly running = new Map<number, NodeJS.Timeout>()
  private next = 1
  private ended = false

  constructor(private readonly fault: (error: unknown) => void) {}

  /** Runs a piece of the host's or the app's work later, unless the app has ended by then. */
  later(run: () => void, milliseconds = 0): number {
    return this.start(run, milliseconds, false)
  }

  end(): void {
    this.ended = true
    for (const timer of this.running.values()) clearTimeout(timer)
    this.running.clear()
  }

  globals(): Fields {
    const start =
      (repeated: boolean) =>
      (run: unknown, milliseconds: unknown, ...given: unknown[]) => {
        if (!isCallable(run)) throw new TypeError('a timer needs a function')
        return this.start(() => run(...given), Number(milliseconds) || 0, repeated)
      }
    const clear = (id: unknown) => {
      clearTimeout(this.running.get(Number(id)))
      this.running.delete(Number(id))
    }
    return {
      setTimeout: start(false),
      setInterval: start(true),
      clearTimeout: clear,
      clearInterval: clear,
    }
  }

  private start(run: () => void, milliseconds: number, repeated: boolean): number {
    if (this.ended) return 0
    const id = this.next++
    const guarded = () => {
      if (this.ended) return
      if (!repeated) this.running.delete(id)
      try {
        run()
      } catch (error) {
        this.fault(error)
      }
    }
    this.running.set(id, repeated ? setInterval(guarded, milliseconds) : setTimeout(guarded, milliseconds))
    return id
  }
}
