/** wx storage. */
import type { RunningApp } from '../app/app'
import { STORAGE_LIMIT } from '../storage'
import type { Fields } from '../values'
import { answeringAll, atOnce, Refused } from './call'

export function storageMethods(app: RunningApp): Fields {
  const { storage } = app.phone
  const key = (value: unknown) => {
    if (typeof value !== 'string' || value === '') throw new Refused('parameter error: key should be a text')
    return value
  }
  const info = () => ({
    keys: storage.keys,
    currentSize: Math.ceil(storage.size / 1024),
    limitSize: STORAGE_LIMIT / 1024,
  })
  return {
    ...answeringAll(app, {
      getStorage: (options) => {
        if (!storage.has(key(options.key))) throw new Refused('data not found')
        return { data: storage.get(key(options.key)) }
      },
      setStorage: (options) => app.write(() => storage.set(key(options.key), options.data)),
      removeStorage: (options) => app.write(() => storage.remove(key(options.key))),
      clearStorage: () => app.write(() => storage.clear()),
      getStorageInfo: info,
    }),
    getStorageSync: atOnce(app, 'getStorageSync', (name) => storage.get(key(name)) ?? ''),
    setStorageSync: atOnce(app, 'setStorageSync', (name, value) =>
      app.write(() => storage.set(key(name), value)),
    ),
    removeStorageSync: atOnce(app, 'removeStorageSync', (name) => app.write(() => storage.remove(key(name)))),
    clearStorageSync: atOnce(app, 'clearStorageSync', () => app.write(() => storage.clear())),
    getStorageInfoSync: atOnce(app, 'getStorageInfoSync', info),
  }
}
