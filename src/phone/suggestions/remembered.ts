/** Enterprises that were met on this phone, the latest first, so that their names are known without network. */
import { z } from 'zod'
import { enterpriseSchema, type Enterprise } from '../../shared/records'
import type { Keep } from '../storage'
import { createStore, type Readable } from '../store'

const KEY = 'met'
/** About 50 KB. */
const MOST = 500

export type Remembered = {
  store: Readable<readonly Enterprise[]>
  remember: (enterprises: readonly { creditCode: string; name: string }[]) => void
}

export function makeRemembered(keep: Keep): Remembered {
  const shelf = keep.shelf('enterprises', z.array(enterpriseSchema))
  const store = createStore<readonly Enterprise[]>(shelf.get(KEY) ?? [])
  return {
    store,
    remember(enterprises) {
      const before = store.get()
      const names = new Map(before.map(({ creditCode, name }) => [creditCode, name]))
      const news = enterprises.filter(({ creditCode, name }) => names.get(creditCode) !== name)
      if (news.length === 0) return
      const byCode = new Map(news.map(({ creditCode, name }) => [creditCode, { creditCode, name }]))
      const others = before.filter(({ creditCode }) => !byCode.has(creditCode))
      const next = [...byCode.values(), ...others].slice(0, MOST)
      store.set(next)
      try {
        shelf.put(KEY, next)
      } catch {
        // Then the names are typed or asked for again.
      }
    },
  }
}
