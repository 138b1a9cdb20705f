/** A value made from other stores. It is made again only when one of them has changed and somebody looks. */
import type { Store } from './store'

export function derive<T>(sources: readonly Pick<Store<unknown>, 'get' | 'subscribe'>[], make: () => T) {
  let seen: unknown[] | null = null
  let value: T
  return {
    get(): T {
      const now = sources.map((source) => source.get())
      if (!seen || now.some((each, index) => !Object.is(each, seen?.[index]))) {
        seen = now
        value = make()
      }
      return value
    },
    subscribe(listener: () => void): () => void {
      const stops = sources.map((source) => source.subscribe(listener))
      return () => stops.forEach((stop) => stop())
    },
  }
}
