/**
 * The JavaScript world of one running app: what WeChat gives a script and nothing else. No document, no process,
 * no code made from texts; values that cross the border become objects of this world.
 */
import { createContext, Script, type Context } from 'node:vm'
import { fieldsOf, isCallable, isList, isObject, type Callable, type Fields } from '../values'
import { MISSING_GLOBALS, MISSING_METHODS } from './built-ins'
import { Timers } from './timers'

const MAKERS = `({
  object: () => ({}),
  list: () => [],
  buffer: (length) => new ArrayBuffer(length),
  error: (message) => new Error(message),
  promise: (run) => new Promise(run),
  isPromise: (value) => value instanceof Promise,
})`

export class Realm {
  readonly timers: Timers
  private readonly context: Context
  private readonly makers: Fields

  /** `fault` is told what the app throws where nobody else catches it. */
  constructor(fault: (error: unknown) => void) {
    this.timers = new Timers(fault)
    this.context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
    this.age()
    this.makers = fieldsOf(this.run(MAKERS, 'realm'))
    this.define(this.timers.globals())
    this.define({ global: this.global })
  }

  /** Takes away what WeChat's oldest phones do not have. */
  private age(): void {
    for (const name of MISSING_GLOBALS) Reflect.deleteProperty(this.global, name)
    for (const [owner, names] of Object.entries(MISSING_METHODS)) {
      const object = this.run(owner, 'built-ins')
      if (isObject(object) || isCallable(object))
        for (const name of names) Reflect.deleteProperty(object, name)
    }
  }

  get global(): object {
    const global: unknown = new Script('globalThis').runInContext(this.context)
    if (!isObject(global)) throw new Error('a realm without a global object')
    return global
  }

  define(names: Fields): void {
    Object.assign(this.global, names)
  }

  run(source: string, filename: string): unknown {
    const value: unknown = new Script(source, { filename }).runInContext(this.context)
    return value
  }

  /** The value as objects of this world, copied through and through; functions and bytes keep their meaning. */
  into(value: unknown): unknown {
    if (!isObject(value)) return value
    if (value instanceof ArrayBuffer) return this.buffer(new Uint8Array(value))
    if (value instanceof Uint8Array) return this.buffer(value)
    if (isList(value)) {
      const list = this.make('list')
      value.forEach((item, index) => Reflect.set(list, index, this.into(item)))
      return list
    }
    return this.object(
      Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.into(item)])),
    )
  }

  /** An object of this world with exactly these fields. */
  object(fields: Fields = {}): object {
    return Object.assign(this.make('object'), fields)
  }

  error(message: string, more: Fields = {}): object {
    return Object.assign(this.make('error', message), more)
  }

  promise(run: (resolve: Callable, reject: Callable) => void): object {
    return this.make('promise', run)
  }

  isPromise(value: unknown): boolean {
    const check = this.makers.isPromise
    return isCallable(check) && check(value) === true
  }

  private buffer(bytes: Uint8Array): object {
    const buffer = this.make('buffer', bytes.length)
    if (isBuffer(buffer)) new Uint8Array(buffer).set(bytes)
    return buffer
  }

  private make(name: string, ...given: unknown[]): object {
    const maker = this.makers[name]
    const made = isCallable(maker) ? maker(...given) : null
    if (!isObject(made)) throw new Error(`a realm without ${name}`)
    return made
  }
}

/** An ArrayBuffer of any world. */
export function isBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]'
}

/** The bytes of a buffer, or of a view of one, of any world; null for anything else. */
export function bytesOf(value: unknown): Uint8Array | null {
  if (isBuffer(value)) return new Uint8Array(new Uint8Array(value))
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice()
  return null
}
