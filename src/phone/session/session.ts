/** Who the person is, kept for offline, and for which platform they are working now. */
import { z } from 'zod'
import { me as meSchema, Refusal, type Me, type Membership, type Role } from '../../shared/contract'
import { createStore, type Store } from '../store'
import type { Keep } from '../storage'
import { isNetworkFailure, type Call } from '../transport'

export type SessionState = {
  /** offline = what was kept is shown; refused = the server does not know who this is. */
  status: 'loading' | 'ready' | 'offline' | 'refused'
  me: Me | null
  /** The membership the person works in now; null before they have joined anything. */
  membership: Membership | null
  /** When `me` was fetched, ISO; null if never. */
  fetchedAt: string | null
  failure: unknown
  /** By how many minutes the phone's clock is ahead of the server's (negative: behind). */
  clockAheadMinutes: number
}

const keptSchema = z.object({ me: meSchema, fetchedAt: z.string(), membershipId: z.string().nullable() })

export type Session = {
  store: Store<SessionState>
  /** Shows what was kept, then asks the server. Never throws. */
  refresh: () => Promise<void>
  choose: (membershipId: string) => void
  /** Throws Refusal or NetworkFailure. */
  join: (code: string, name: string) => Promise<void>
  bindEnterprise: (enterprise: { name: string; creditCode: string }) => Promise<void>
  unbindEnterprise: () => Promise<void>
}

/** Which membership a person of several most probably wants: recording comes first. */
const preference: Role[] = ['staff', 'manager', 'reviewer', 'province', 'enterprise']

export function makeSession(call: Call, keep: Keep, now: () => number): Session {
  const shelf = keep.shelf('session', keptSchema)
  const kept = shelf.get('me')
  const store = createStore<SessionState>({
    status: 'loading',
    me: kept?.me ?? null,
    membership: kept ? current(kept.me, kept.membershipId) : null,
    fetchedAt: kept?.fetchedAt ?? null,
    failure: null,
    clockAheadMinutes: 0,
  })

  function adopt(me: Me, membershipId = store.get().membership?.id ?? null): void {
    const membership = current(me, membershipId)
    const fetchedAt = new Date(now()).toISOString()
    const clockAheadMinutes = Math.round((now() - Date.parse(me.serverTime)) / 60_000)
    store.set({ status: 'ready', me, membership, fetchedAt, failure: null, clockAheadMinutes })
    save()
  }

  function save(): void {
    const { me, fetchedAt, membership } = store.get()
    if (!me || !fetchedAt) return
    try {
      shelf.put('me', { me, fetchedAt, membershipId: membership?.id ?? null })
    } catch {
      // Reported by the storage's health; the session itself works on.
    }
  }

  let asking: Promise<void> | null = null
  /** Asked to ask while asking: the network may have come back since. */
  let again = false

  async function ask(): Promise<void> {
    do {
      again = false
      try {
        adopt(await call('session', 'whoAmI', {}))
      } catch (failure) {
        const status = isNetworkFailure(failure) || isPassing(failure) ? 'offline' : 'refused'
        store.update((state) => ({ ...state, status, failure }))
      }
    } while (again && store.get().status === 'offline')
  }

  return {
    store,
    async refresh() {
      again = asking !== null
      asking ??= ask().finally(() => (asking = null))
      await asking
    },
    choose(membershipId) {
      store.update((state) => (state.me ? { ...state, membership: current(state.me, membershipId) } : state))
      save()
    },
    async join(code, name) {
      const before = new Set(store.get().me?.memberships.map((membership) => membership.id))
      const me = await call('session', 'join', { code, name })
      adopt(me, me.memberships.find((membership) => !before.has(membership.id))?.id)
    },
    async bindEnterprise(enterprise) {
      adopt(await call('session', 'bindEnterprise', enterprise))
    },
    async unbindEnterprise() {
      adopt(await call('session', 'unbindEnterprise', {}))
    },
  }
}

const isPassing = (failure: unknown) => failure instanceof Refusal && failure.retry === 'later'

function current(me: Me, membershipId: string | null): Membership | null {
  const chosen = me.memberships.find((membership) => membership.id === membershipId)
  if (chosen) return chosen
  const byPreference = [...me.memberships].sort(
    (a, b) => preference.indexOf(a.role) - preference.indexOf(b.role),
  )
  return byPreference[0] ?? null
}
