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
export { fakeServer, platform, refusalOf } from './server'
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
}

export function makeWorld(): World {
  const clock = fakeClock()
  const server = fakeServer()
  const world: World = {
    ...{ clock, server, storage: fakeStorage(), files: new Map(), uploads: [], chosen: [] },
    open: ({ storage = world.storage, shared = false } = {}) =>
      openPhone({
        send: (name, request) => server.send(name, request),
        choose: () => world.chosen,
        ...{ storage, timers: clock, shared, files: world.files, uploads: world.uploads },
      }),
    open({ storage = world.storage, shared = false } = {}) {
      const listeners = { show: () => {}, hide: () => {}, network: (_online: boolean) => {} }
      const machine: Platform = {
        send: async (name, request) => {
          if (storage.dead()) return new Promise(() => {})
          const reply = await server.send(name, request)
          // What arrives after the app's death reaches nobody.
          return storage.dead() ? new Promise(() => {}) : reply
        },
        storage,
        sharedStorage: shared,
        files: {
          choose: async (_source, most) => world.chosen.slice(0, most),
          save: async (name, bytes) => void world.files.set(name, bytes),
          read: async (name) => world.files.get(name) ?? null,
          remove: async (name) => void world.files.delete(name),
          names: async () => [...world.files.keys()],
          address: async (name) => (world.files.has(name) ? `file:${name}` : null),
          upload: async (name) => {
            world.uploads.push(name)
            return `cloud://${name}`
          },
        },
        network: { online: async () => true, onChange: (listener) => (listeners.network = listener) },
        life: {
          onShow: (listener) => (listeners.show = listener),
          onHide: (listener) => (listeners.hide = listener),
        },
        location: { here: async () => null, choose: null },
        timers: clock,
        copyText: async () => {},
        openFile: async () => 'opened',
        scanCode: null,
        askForMessages: null,
        preview: null,
      }
      const phone = makePhone(machine)
      phone.start()
      return {
        ...phone,
        hide: () => listeners.hide(),
        show: () => listeners.show(),
        network: (online) => listeners.network(online),
      }
    },
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
