/** Reading values of which nothing is known: what the app hands over, and what comes over the wire. */

export type Callable = (...given: unknown[]) => unknown
export type Fields = Record<string, unknown>

export const isCallable = (value: unknown): value is Callable => typeof value === 'function'

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** An object's own fields; none for anything else. */
export const fieldsOf = (value: unknown): Fields =>
  isObject(value) ? Object.fromEntries(Object.entries(value)) : {}

export const isList = (value: unknown): value is unknown[] => Array.isArray(value)

/** Calls a method of an app's object if it has one by that name. */
export function callIfThere(self: object, name: string, ...given: unknown[]): unknown {
  const method: unknown = Reflect.get(self, name)
  return isCallable(method) ? method.apply(self, given) : undefined
}

export const messageOf = (error: unknown): string => {
  const message: unknown = isObject(error)
    ? (Reflect.get(error, 'message') ?? Reflect.get(error, 'errMsg'))
    : error
  return typeof message === 'string' ? message : String(error)
}
