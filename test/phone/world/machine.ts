/** A phone's parts on a machine that lives in memory: what it stores outlives the app, the network is what `send` makes of it. */
import { makePhone, type Phone } from '../../../src/phone/parts'
import type { Platform } from '../../../src/phone/platform/types'
import { NetworkFailure, type Send } from '../../../src/phone/transport'
import type { FakeStorage } from './storage'

export type Machine = {
  send: Send
  storage: FakeStorage
  timers: Platform['timers']
  files: Map<string, Uint8Array>
  /** Names of the pictures sent to the file store, in order. */
  uploads: string[]
  /** The pictures that the person chooses. */
  choose: () => Uint8Array[]
  /** How many of those that they choose cannot be read. */
  unreadable?: () => number
  /** The file store answers that it does not take pictures. */
  storeRefuses?: () => boolean
  /** Preparing the chosen pictures takes so long. */
  preparing?: () => Promise<void>
  /** The person has refused the camera. */
  refusesCamera?: () => boolean
  /** The upload of this picture never calls back. */
  hangs?: (name: string) => boolean
  /** Other windows use the same storage. */
  shared?: boolean
  /** Another release's phone. */
  make?: typeof makePhone
}
export type OpenedPhone = Phone & { hide: () => void; show: () => void; network: (online: boolean) => void }

const never = () => new Promise<never>(() => {})

/** Opens the app. Once its storage is dead, nothing that arrives reaches anybody. */
export function openPhone(machine: Machine): OpenedPhone {
  const { storage, files, uploads, timers, shared = false } = machine
  const listeners = { show: () => {}, hide: () => {}, network: (_online: boolean) => {} }
  const alive = <T>(work: () => T | Promise<T>): T | Promise<T> => (storage.dead() ? never() : work())
  const platform: Platform = {
    async send(name, request) {
      if (storage.dead()) return never()
      const reply = await machine.send(name, request)
      return alive(() => reply)
    },
    storage,
    sharedStorage: shared,
    files: {
      async choose(_source, most, begun) {
        const pictures = machine.choose().slice(0, most)
        const unreadable = machine.unreadable?.() ?? 0
        begun(pictures.length + unreadable)
        await machine.preparing?.()
        return { pictures, unreadable, isRefused: machine.refusesCamera?.() ?? false }
      },
      save: async (name, bytes) => alive(() => void files.set(name, bytes)),
      read: async (name) => files.get(name) ?? null,
      remove: async (name) => alive(() => void files.delete(name)),
      names: async () => [...files.keys()],
      address: async (name) => (files.has(name) ? `file:${name}` : null),
      upload: async (name) =>
        alive(() => {
          if (machine.hangs?.(name)) return new Promise<never>(() => {})
          if (machine.storeRefuses?.()) throw new NetworkFailure('not-stored')
          uploads.push(name)
          return `cloud://${name}`
        }),
    },
    network: { online: async () => true, onChange: (listener) => (listeners.network = listener) },
    life: {
      onShow: (listener) => (listeners.show = listener),
      onHide: (listener) => (listeners.hide = listener),
    },
    location: { isPermitted: async () => false, here: async () => null, choose: null },
    timers,
    copyText: async () => {},
    openFile: async () => 'opened',
    savePicture: async () => 'saved',
    scanCode: null,
    askForMessages: null,
    preview: null,
  }
  const phone = (machine.make ?? makePhone)(platform)
  phone.start()
  return {
    ...phone,
    hide: () => listeners.hide(),
    show: () => listeners.show(),
    network: (online) => listeners.network(online),
  }
}
