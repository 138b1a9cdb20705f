/** A clock that stands still until a test moves it. */
export type FakeClock = {
  now: () => number
  after: (ms: number, run: () => void) => () => void
  /** Lets time pass, running what falls due in order, and everything that follows from it. */
  pass: (ms: number) => Promise<void>
  /** Moves the time alone: nothing falls due meanwhile. */
  skip: (ms: number) => void
  /** Waits of the timers that are set now, in ms. */
  waits: () => number[]
}

/** Lets every started promise come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** `rest` = when everything that was started has come to rest. */
export function fakeClock(start = Date.parse('2023-05-11T02:00:00Z'), rest = settle): FakeClock {
  let time = start
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => time,
    after(ms, run) {
      const timer = { at: time + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    async pass(ms) {
      const end = time + ms
      await rest()
      for (;;) {
        const next = [...timers].sort((a, b) => a.at - b.at)[0]
        if (!next || next.at > end) break
        timers = timers.filter((each) => each !== next)
        time = Math.max(time, next.at)
        next.run()
        await rest()
      }
      time = end
    },
    skip(ms) {
      time += ms
    },
    waits: () => timers.map((timer) => timer.at - time).sort((a, b) => a - b),
  }
}
