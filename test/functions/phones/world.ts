/**
 * Phones of the staff on the real functions: the phone's own parts, the real database, and between them a
 * network and a clock in the test's hand.
 */
import { createFunction as createConfirm } from '../../../cloudfunctions/confirm/create-function'
import { previewPicture } from '../../../cloudfunctions/confirm/code-picture'
import { createFunction as createSession } from '../../../cloudfunctions/session/create-function'
import { createFunction as createStanding } from '../../../cloudfunctions/standing/create-function'
import type { Dependencies, Main } from '../../../cloudfunctions/backend'
import type { Send } from '../../../src/phone/transport'
import { fakeClock, settle } from '../../phone/world/clock'
import { openPhone, type OpenedPhone } from '../../phone/world/machine'
import { fakeStorage, type FakeStorage } from '../../phone/world/storage'
import { evaluatedWorld } from '../evaluating'
import { createRecords, openidOf, type Name } from '../harness'

const HOUR = 60 * 60_000

export type Handset = {
  who: Name
  storage: FakeStorage
  files: Map<string, Uint8Array>
  uploads: string[]
  chosen: Uint8Array[]
  /** How far its clock is ahead of the server's, in milliseconds. */
  ahead: number
  send: Send
  /** Opens the app, on another look at the same storage if one is given. */
  open: (storage?: FakeStorage) => OpenedPhone
}

export function phonesWorld() {
  const evaluated = evaluatedWorld()
  const { everything } = evaluated
  let caller: string | null = null
  /** Requests that the functions are at work on. */
  let atWork = 0
  async function rest(): Promise<void> {
    do await settle()
    while (atWork > 0)
  }
  const clock = fakeClock(Date.parse('2023-06-15T05:00:00Z'), rest)
  const dependencies: Dependencies = {
    ...everything.dependencies(() => caller),
    clock: () => new Date(clock.now()),
  }
  const functions: Record<string, Main> = {
    records: createRecords(dependencies),
    session: createSession(dependencies),
    standing: createStanding(dependencies),
    confirm: createConfirm(dependencies, previewPicture('http://127.0.0.1:8787/')),
  }

  /** Takes a request to the functions as somebody: JSON there and back. */
  const sendAs = (who: Name): Send => {
    return async (name, request) => {
      const main = functions[name]
      if (!main) throw new Error(`a phone asked for ${name}`)
      atWork += 1
      try {
        // The function asks who calls before its first await.
        caller = openidOf(who)
        const answer = main(JSON.parse(JSON.stringify(request)))
        return JSON.parse(JSON.stringify(await answer)) as unknown
      } finally {
        atWork -= 1
      }
    }
  }

  function handset(who: Name, change: Partial<Pick<Handset, 'ahead' | 'send'>> = {}): Handset {
    const own: Handset = {
      ...{ who, storage: fakeStorage(), files: new Map(), uploads: [], chosen: [] },
      ...{ ahead: 0, send: sendAs(who), ...change },
      open: (storage = own.storage) =>
        openPhone({
          ...{ storage, files: own.files, uploads: own.uploads },
          send: (name, request) => own.send(name, request),
          choose: () => own.chosen,
          timers: { after: clock.after, now: () => clock.now() + own.ahead },
        }),
    }
    return own
  }

  const stored = () =>
    everything.database
      .selectFrom('records')
      .select(['id', 'platform_id', 'revision', 'hash', 'state', 'payload', 'clock_suspect'])
      .execute()
  const revisions = () =>
    everything.database
      .selectFrom('record_revisions')
      .select(['record_id', 'revision', 'hash'])
      .orderBy('record_id')
      .orderBy('revision')
      .execute()

  return { ...evaluated, clock, rest, sendAs, handset, stored, revisions, HOUR }
}
