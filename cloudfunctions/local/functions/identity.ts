/**
 * Who calls a function. In the cloud the platform puts the caller into environment variables, and only one call at
 * a time runs in an instance. Here many calls share a process, so each call sees variables of its own, also after
 * an `await`; the real wx-server-sdk reads them and notices nothing.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

type Variables = Record<string, string>

const ofCall = new AsyncLocalStorage<Variables>()
let installed = false

/** Lets `process.env` answer with the variables of the call in which it is read. Once for a process. */
export function installCallVariables(): void {
  if (installed) return
  installed = true
  const own = (name: string | symbol): string | undefined => {
    const variables = ofCall.getStore()
    return variables && typeof name === 'string' && Object.hasOwn(variables, name)
      ? variables[name]
      : undefined
  }
  process.env = new Proxy(process.env, {
    get: (target, name) => own(name) ?? Reflect.get(target, name),
    has: (target, name) => own(name) !== undefined || Reflect.has(target, name),
    ownKeys: (target) => [...new Set([...Reflect.ownKeys(target), ...Object.keys(ofCall.getStore() ?? {})])],
    getOwnPropertyDescriptor: (target, name) => {
      const value = own(name)
      return value === undefined
        ? Reflect.getOwnPropertyDescriptor(target, name)
        : { value, enumerable: true, configurable: true, writable: true }
    },
  })
}

export function withVariables<Result>(variables: Variables, run: () => Result): Result {
  return ofCall.run(variables, run)
}

/** Someone's call from the mini-program; without an openid it is nobody's. */
export function callerVariables(openid: string | null, address: string): Variables {
  return {
    ...common('wx_client'),
    WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_APPID,WX_OPENID',
    WX_CLIENTIP: address,
    ...(openid === null ? {} : { WX_OPENID: openid }),
  }
}

/** A call by a timer: of no person. */
export function timerVariables(): Variables {
  return { ...common('wx_trigger'), WX_CONTEXT_KEYS: 'WX_APPID' }
}

function common(source: string): Variables {
  return { TCB_ENV: 'local', TCB_SOURCE: source, WX_APPID: 'wx0000000000000000' }
}
