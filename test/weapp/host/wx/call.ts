/** How wx methods answer: callbacks or a promise, `name:ok` or `name:fail reason`. */
import type { RunningApp } from '../app/app'
import { fieldsOf, isCallable, messageOf, type Callable, type Fields } from '../values'

/** A failure in the app's sense: `errMsg` is `name:fail` and this message. */
export class Refused extends Error {
  constructor(
    reason: string,
    readonly more: Fields = {},
  ) {
    super(reason)
  }
}

export type Answer = Fields | void
type Run = (options: Fields) => Answer | Promise<Answer>

/**
 * A method `wx.name({ …, success, fail, complete })`. It answers later, never at once; without callbacks it gives
 * a promise. What is left of a dead app changes nothing by it, and hears no answer.
 */
export function answering(app: RunningApp, name: string, run: Run): Callable {
  const method = (given?: unknown) => {
    const options = fieldsOf(given)
    const work = async () => {
      if (app.ended) throw new Refused('the app has ended')
      return run(options)
    }
    return answered(app, name, options, work())
  }
  laterAnswering.add(method)
  return method
}

const laterAnswering = new WeakSet<object>()
export const answersLater = (method: unknown) => isCallable(method) && laterAnswering.has(method)

/** Carries an answer to the callbacks in `options`, or to a promise where there are none. */
export function answered(app: RunningApp, name: string, options: Fields, work: Promise<Answer>): unknown {
  const { realm } = app
  const settle = (done: (answer: unknown) => void, failed: (error: unknown) => void) => {
    const later = (run: () => void) => realm.timers.later(run)
    work.then(
      (answer) => later(() => done(realm.into({ errMsg: `${name}:ok`, ...answer }))),
      (error: unknown) => {
        const more = error instanceof Refused ? error.more : {}
        const message = messageOf(error)
        later(() =>
          failed(realm.into({ errMsg: `${name}:fail${message === '' ? '' : ` ${message}`}`, ...more })),
        )
      },
    )
  }
  const { success, fail, complete } = options
  if (isCallable(success) || isCallable(fail) || isCallable(complete)) {
    const tell = (listener: unknown) => (answer: unknown) => {
      if (isCallable(listener)) app.guarded(() => listener(answer))
      if (isCallable(complete)) app.guarded(() => complete(answer))
    }
    settle(tell(success), tell(fail))
    return undefined
  }
  return realm.promise((resolve, reject) => settle(resolve, reject))
}

/** Several answering methods at once. */
export function answeringAll(app: RunningApp, methods: Record<string, Run>): Fields {
  return Object.fromEntries(Object.entries(methods).map(([name, run]) => [name, answering(app, name, run)]))
}

/** A method that gives its value at once; a refusal is thrown as an error of the app's world. */
export function atOnce(app: RunningApp, name: string, run: (...given: unknown[]) => unknown) {
  return (...given: unknown[]) => {
    try {
      if (app.ended) throw new Refused('the app has ended')
      return app.realm.into(run(...given))
    } catch (error) {
      throw app.realm.error(`${name}:fail ${messageOf(error)}`, {
        errMsg: `${name}:fail ${messageOf(error)}`,
      })
    }
  }
}
