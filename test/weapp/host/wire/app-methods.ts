/** App.*: the page stack, calls and stand-ins of wx methods, code that a test runs inside the app. */
import { z } from 'zod'
import type { RunningApp } from '../app/app'
import type { Page } from '../app/page'
import { fieldsOf, isCallable, isList, isObject, messageOf, type Callable } from '../values'
import { answersLater } from '../wx/call'
import { runningApp, type Method, type Session } from './session'

const listOf = z.array(z.unknown()).default([])
const callSchema = z.object({ method: z.string(), args: listOf })
const mockSchema = z.object({
  method: z.string(),
  result: z.unknown().optional(),
  functionDeclaration: z.string().optional(),
  args: listOf,
})
const functionSchema = z.object({ functionDeclaration: z.string(), args: listOf })

export function appMethods(session: Session): Record<string, Method> {
  const { phone } = session
  return {
    'App.getPageStack': () => ({ pageStack: runningApp(session).stack.open.map(described) }),
    'App.getCurrentPage': () => {
      const { top } = runningApp(session).stack
      if (!top) throw new Error('no page is open')
      return described(top)
    },
    'App.callWxMethod': async (params) => {
      const app = runningApp(session)
      const { method, args } = callSchema.parse(params)
      const called: unknown = Reflect.get(app.wx, method)
      if (!isCallable(called)) throw new Error(`wx has no ${method}`)
      return { result: await settled(() => called(...args.map((one) => app.realm.into(one)))) }
    },
    'App.mockWxMethod': (params) => mock(runningApp(session), mockSchema.parse(params)),
    'App.callFunction': async (params) => {
      const app = runningApp(session)
      const { functionDeclaration, args } = functionSchema.parse(params)
      const called = functionOf(app, functionDeclaration)
      return { result: await settled(() => called(...args.map((one) => app.realm.into(one)))) }
    },
    'App.addBinding': (params) => {
      const { name } = z.object({ name: z.string() }).parse(params)
      const told = (...args: unknown[]) => session.tell('App.bindingCalled', { name, args })
      runningApp(session).realm.define({ [name]: told })
    },
    // Logs and exceptions are always sent.
    'App.enableLog': () => undefined,
    'App.exit': () => phone.kill(),
  }
}

const described = (page: Page) => ({ pageId: page.id, path: page.route, query: page.query })

/** The app's promises are of another world, and their reasons no errors of this one. */
async function settled(run: () => unknown): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    throw new Error(messageOf(error))
  }
}

function functionOf(app: RunningApp, declaration: string): Callable {
  const made = app.realm.run(`(${declaration})`, 'test')
  if (!isCallable(made)) throw new Error('not a function')
  return made
}

const originals = new WeakMap<object, Map<string, unknown>>()

/** With a result or a function the method answers with that; with neither it is as before. */
function mock(
  app: RunningApp,
  { method, result, functionDeclaration, args }: z.infer<typeof mockSchema>,
): void {
  const kept = originals.get(app.wx) ?? new Map<string, unknown>()
  originals.set(app.wx, kept)
  if (!kept.has(method)) kept.set(method, Reflect.get(app.wx, method))
  const original = kept.get(method)
  if (result === undefined && functionDeclaration === undefined) {
    Reflect.set(app.wx, method, original)
    return
  }
  const stand =
    functionDeclaration === undefined ? () => app.realm.into(result) : functionOf(app, functionDeclaration)
  const extra = args.map((one) => app.realm.into(one))
  const origin = app.realm.object({ origin: original })
  const answer = (...given: unknown[]) => stand.call(origin, ...given, ...extra)
  Reflect.set(app.wx, method, answersLater(original) ? later(app, answer) : answer)
}

/** What the stand-in returns, or its promise resolves to, goes to `success`. */
function later(app: RunningApp, answer: Callable): Callable {
  return (given) => {
    const { success, complete } = fieldsOf(given)
    const work = Promise.resolve().then(() => answer(given))
    if (!isCallable(success) && !isCallable(complete))
      return app.realm.promise((yes, no) => void work.then(yes, no))
    work.then(
      (value) =>
        app.guarded(() => {
          if (isCallable(success))
            success(isObject(value) && !isList(value) ? app.realm.object({ errMsg: 'ok', ...value }) : value)
          if (isCallable(complete)) complete(value)
        }),
      (error: unknown) => app.fault(error),
    )
    return undefined
  }
}
