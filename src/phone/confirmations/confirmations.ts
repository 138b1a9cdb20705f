/**
 * Confirmations of participation. Pressed without network they are kept, with the time of the press, and sent when
 * the network is back; the server decides whether that is still in time.
 */
import { z } from 'zod'
import { pressedPlace, Refusal, tokenSchema, type Output, type PressedPlace } from '../../shared/contract'
import { enterpriseSchema, type Enterprise } from '../../shared/records'
import type { Keep } from '../storage'
import { createStore, type Store } from '../store'
import { isNetworkFailure, type Call } from '../transport'

const keptSchema = z.object({
  token: tokenSchema,
  pressedAt: z.string(),
  /** To be bound before confirming; null when the person stands for one already. */
  enterprise: enterpriseSchema.nullable(),
  /** The activity's title, if it was known when pressed. */
  title: z.string().nullable(),
  /** Where it was pressed, if the person let it be told. */
  place: pressedPlace.nullable().default(null),
  /** Why the server refused it; null while it has not been asked. A refused one is not sent again. */
  refusedBecause: z.string().nullable(),
})
export type KeptConfirmation = z.infer<typeof keptSchema>
export type Confirmed = Output<'confirm', 'confirm'>

export type Confirmations = {
  kept: Store<KeptConfirmation[]>
  /** Throws Refusal. Null: there was no network, it is kept. Pressed twice, the first press counts. */
  confirm: (
    token: string,
    enterprise: Enterprise | null,
    title: string | null,
    place?: PressedPlace | null,
  ) => Promise<Confirmed | null>
  /** Sends what is kept. Never throws. */
  send: () => Promise<void>
  remove: (token: string) => void
}

export function makeConfirmations(
  call: Call,
  bind: (enterprise: Enterprise) => Promise<void>,
  keep: Keep,
  now: () => number,
): Confirmations {
  const shelf = keep.shelf('confirmation', keptSchema)
  const kept = createStore(shelf.all())
  const show = () => kept.set(shelf.all())
  let sending: Promise<void> | null = null

  async function tell({ token, pressedAt, enterprise, place }: KeptConfirmation): Promise<Confirmed> {
    if (enterprise) await bind(enterprise)
    return call('confirm', 'confirm', { token, pressedAt, ...(place && { place }) })
  }

  function remove(token: string): void {
    shelf.remove(token)
    show()
  }

  async function sendAll(): Promise<void> {
    for (const each of shelf.all()) {
      if (each.refusedBecause !== null) continue
      try {
        await tell(each)
        shelf.remove(each.token)
      } catch (failure) {
        if (!(failure instanceof Refusal) || failure.retry === 'later') break
        shelf.put(each.token, { ...each, refusedBecause: failure.message })
      }
    }
    show()
  }

  return {
    kept,
    remove,
    async confirm(token, enterprise, title, place = null) {
      const before = shelf.get(token)
      const pressedAt = before?.pressedAt ?? new Date(now()).toISOString()
      const pressed = { token, pressedAt, enterprise, title, place, refusedBecause: null }
      try {
        const confirmed = await tell(pressed)
        remove(token)
        return confirmed
      } catch (failure) {
        if (!isNetworkFailure(failure)) throw failure
        shelf.put(token, pressed)
        show()
        return null
      }
    },
    send() {
      sending ??= sendAll().finally(() => {
        sending = null
      })
      return sending
    },
  }
}
