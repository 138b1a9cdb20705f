/** A phone, its storage, its clock and a server, all in a test's hand. */
import type { Draft } from '../../../src/phone/drafts'
import { newId } from '../../../src/phone/ids'
import type { ActivityPayload } from '../../../src/shared/records'
import { activity } from '../../shared/records/builders'
import { fakeClock, type FakeClock } from './clock'
import { openPhone, type OpenedPhone } from './machine'
import { fakeServer, platform, type FakeServer } from './server'
import { fakeStorage, type FakeStorage } from './storage'

export { fakeClock, settle } from './clock'
export type { OpenedPhone } from './machine'
export { fakeServer, platform, refusalOf, secondPlatform } from './server'
export { fakeStorage } from './storage'
export { activity }

export type World = {
  clock: FakeClock
  server: FakeServer
  storage: FakeStorage
  files: Map<string, Uint8Array>
  uploads: string[]
  /** Opens the app; pictures chosen next are taken from `chosen`. */
  open: (options?: { storage?: FakeStorage; shared?: boolean }) => OpenedPhone
  chosen: Uint8Array[]
  /** Pictures chosen beside them that cannot be read. */
  unreadable: number
  /** The file store answers that it does not take pictures. */
  storeRefuses: boolean
  preparing: () => Promise<void>
  refusesCamera: boolean
  /** Uploads of these pictures never call back. */
  hanging: Set<string>
}

export function makeWorld(): World {
  const clock = fakeClock()
  const server = fakeServer()
  const world: World = {
    ...{ clock, server, storage: fakeStorage(), files: new Map(), uploads: [], chosen: [], unreadable: 0 },
    storeRefuses: false,
    preparing: () => Promise.resolve(),
    refusesCamera: false,
    hanging: new Set(),
    open: ({ storage = world.storage, shared = false } = {}) =>
      openPhone({
        send: (name, request) => server.send(name, request),
        choose: () => world.chosen,
        unreadable: () => world.unreadable,
        storeRefuses: () => world.storeRefuses,
        preparing: () => world.preparing(),
        refusesCamera: () => world.refusesCamera,
        hangs: (name) => world.hanging.has(name),
        ...{ storage, timers: clock, shared, files: world.files, uploads: world.uploads },
      }),
  }
  return world
}

export function draft(id: string, change: Partial<Draft> = {}): Draft {
  return {
    id,
    platformId: platform.id,
    kind: 'activity',
    fields: {},
    changes: null,
    reason: '',
    changedAt: '2023-05-11T02:00:00Z',
    ...change,
  }
}

/** Fills in and saves an activity; its id. */
export function save(
  phone: Pick<OpenedPhone, 'saveRecord'>,
  change: Partial<ActivityPayload> = {},
  id = newId(),
  reason = '',
): string {
  phone.saveRecord(draft(id, { reason }), activity(change))
  return id
}
