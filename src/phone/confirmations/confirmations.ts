/**
 * Confirmations of participation. A press is kept before it is sent, with its time and its enterprise, and leaves
 * the phone at the server's answer: neither a network that is away nor the death of the app loses it.
 */
import { Refusal, type Output } from '../../shared/contract'
import type { Enterprise } from '../../shared/records'
import type { Keep } from '../storage'
import { createStore, type Store } from '../store'
import { isNetworkFailure, type Call } from '../transport'
import { keptConfirmation, type KeptConfirmation, type Press } from './press'

export type Confirmed = Output<'confirm', 'confirm'>

export type Confirmations = {
  /** Without those that are on their way for the first time: the screen with the button waits for them. */
  kept: Store<KeptConfirmation[]>
  /**
   * Null: no answer yet, it is kept. Pressed twice, the first press counts. Throws Refusal; StorageFull when there
   * was neither an answer nor room to keep it.
   */
  confirm: (press: Press) => Promise<Confirmed | null>
  /** Sends what is kept, the oldest first. Never throws. */
  send: () => Promise<void>
  remove: (token: string) => void
}

export function makeConfirmations(
  call: Call,
  bind: (enterprise: Enterprise) => Promise<void>,
  keep: Keep,
  now: () => number,
): Confirmations {
  const shelf = keep.shelf('confirmation', keptConfirmation)
  /** On their way for the first time. */
  const pressing = new Set<string>()
  /** Refused, with no room to note it: lost with the app, and then the server is asked again. */
  const unnoted = new Map<string, KeptConfirmation>()
  const read = () =>
    shelf
      .all()
      .map((each) => unnoted.get(each.token) ?? each)
      .filter(({ token }) => !pressing.has(token))
      .sort((a, b) => (a.pressedAt < b.pressedAt ? -1 : 1))
  const kept = createStore(read())
  const show = () => kept.set(read())
  let sending: Promise<void> | null = null

  const tell = ({ token, pressedAt, place }: KeptConfirmation) =>
    call('confirm', 'confirm', {
      ...{ token, pressedAt, sentAt: new Date(now()).toISOString() },
      ...(place && { place }),
    })

  /** From now on the person stands for the enterprise they chose; it need not be chosen again. */
  async function bindChosen(each: KeptConfirmation, enterprise: Enterprise): Promise<void> {
    await bind(enterprise)
    note({ ...each, chosen: false })
  }

  /** Sent later: the person may stand for another enterprise by now, and does so again afterwards. */
  async function tellLater(each: KeptConfirmation): Promise<Confirmed> {
    const { enterprise } = each
    if (!enterprise) return tell(each)
    if (each.chosen) {
      await bindChosen(each, enterprise)
      return tell(each)
    }
    const { enterprise: present } = await call('session', 'whoAmI', {})
    if (present?.creditCode === enterprise.creditCode) return tell(each)
    await bind(enterprise)
    try {
      return await tell(each)
    } finally {
      // If even this fails, the next screen says for whom they stand.
      if (present) await bind(present).catch(() => undefined)
    }
  }

  /** Changes what is known of a kept press. */
  function note(each: KeptConfirmation): void {
    if (shelf.get(each.token) === null) return
    try {
      shelf.put(each.token, each)
    } catch {
      if (each.refusedBecause !== null) unnoted.set(each.token, each)
    }
  }

  function remove(token: string): void {
    shelf.remove(token)
    unnoted.delete(token)
    show()
  }

  async function sendAll(): Promise<void> {
    for (const each of read()) {
      if (each.refusedBecause !== null) continue
      try {
        await tellLater(each)
        shelf.remove(each.token)
      } catch (failure) {
        if (mayComeThrough(failure)) break
        if (!(failure instanceof Refusal)) break
        // Too early is a matter of that activity; those of others go on.
        if (failure.retry !== 'later') note({ ...each, refusedBecause: failure.message })
      }
    }
    show()
  }

  return {
    kept,
    remove,
    async confirm(press) {
      const { token, enterprise } = press
      const pressedAt = shelf.get(token)?.pressedAt ?? new Date(now()).toISOString()
      const pressed: KeptConfirmation = { ...press, pressedAt, refusedBecause: null }
      pressing.add(token)
      let noRoom: unknown = null
      try {
        shelf.put(token, pressed)
      } catch (full) {
        noRoom = full
      }
      try {
        if (enterprise && press.chosen) await bindChosen(pressed, enterprise)
        const confirmed = await tell(pressed)
        shelf.remove(token)
        return confirmed
      } catch (failure) {
        if (mayComeThrough(failure)) {
          if (noRoom !== null) throw noRoom
          return null
        }
        shelf.remove(token)
        throw failure
      } finally {
        pressing.delete(token)
        show()
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

/** The same again can succeed by itself, whatever is pressed. */
function mayComeThrough(failure: unknown): boolean {
  if (isNetworkFailure(failure)) return true
  return failure instanceof Refusal && failure.retry === 'later' && failure.code !== 'TOKEN_NOT_YET_OPEN'
}
