// The machine under a phone that a bench drives: real time, a network of the bench's own, nothing else.
import type { Platform } from '../../src/phone/platform/types'
import type { KeyValue } from '../../src/phone/storage'
import { fakeStorage } from '../phone/world/storage'

export function platformOf(
  send: Platform['send'],
  now: () => number,
  storage: KeyValue = fakeStorage(),
): Platform {
  return {
    send,
    storage,
    sharedStorage: false,
    files: {
      choose: async () => ({ pictures: [], unreadable: 0 }),
      save: async () => undefined,
      read: async () => null,
      remove: async () => undefined,
      names: async () => [],
      address: async () => null,
      upload: async () => '',
    },
    network: { online: async () => true, onChange: () => undefined },
    life: { onShow: () => undefined, onHide: () => undefined },
    location: { isPermitted: async () => false, here: async () => null, choose: null },
    timers: {
      now,
      after: (ms, run) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    copyText: async () => undefined,
    openFile: async () => 'opened',
    savePicture: async () => 'saved',
    scanCode: null,
    askForMessages: null,
    preview: null,
  }
}
