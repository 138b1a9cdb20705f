/** The web preview: the same functions over HTTP on the same origin. No part of it is in the bundle for phones. */
import Taro from '@tarojs/taro'
import { prefixed, type KeyValue } from '../storage'
import { NetworkFailure, type Send } from '../transport'
import { timers } from './timers'
import type { Location, Platform } from './types'
import { webFiles } from './web-files'
import { currentPerson, previewPeople } from './web-people'

/** What browsers give one origin. */
const LIMIT_BYTES = 5 * 1024 * 1024

export function webPlatform(): Platform {
  return {
    send,
    // Each person of the preview has a phone of their own.
    storage: prefixed(localStore, `${currentPerson() ?? 'nobody'}:`),
    sharedStorage: true,
    files: webFiles,
    network: {
      online: async () => navigator.onLine,
      onChange(listener) {
        window.addEventListener('online', () => listener(true))
        window.addEventListener('offline', () => listener(false))
      },
    },
    life: {
      onShow: (listener) =>
        document.addEventListener(
          'visibilitychange',
          () => document.visibilityState === 'visible' && listener(),
        ),
      onHide(listener) {
        document.addEventListener(
          'visibilitychange',
          () => document.visibilityState === 'hidden' && listener(),
        )
        window.addEventListener('pagehide', listener)
      },
    },
    location,
    timers,
    copyText: async (text) => {
      await Taro.setClipboardData({ data: text })
    },
    scanCode: null,
    openFile: async ({ fileName, url }) => {
      download(url, fileName)
      return 'opened'
    },
    savePicture: async ({ name, dataUri }) => {
      const type = /^data:image\/(\w+)/.exec(dataUri)?.[1]
      download(dataUri, type === undefined ? name : `${name}.${type}`)
      return 'saved'
    },
    askForMessages: null,
    preview: previewPeople,
  }
}

function download(href: string, fileName: string): void {
  const link = document.createElement('a')
  Object.assign(link, { href, download: fileName })
  link.click()
}

const send: Send = async (functionName, request) => {
  let answer: Response
  try {
    answer = await fetch(`/functions/${functionName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-preview-openid': currentPerson() ?? '' },
      body: JSON.stringify(request),
    })
  } catch {
    throw new NetworkFailure('offline')
  }
  try {
    return await answer.json()
  } catch {
    throw new NetworkFailure('foreign')
  }
}

const localStore: KeyValue = {
  get: (key) => localStorage.getItem(key) ?? undefined,
  set: (key, value) => localStorage.setItem(key, value),
  remove: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
  usage() {
    const characters = Object.entries(localStorage).reduce(
      (sum, [key, value]) => sum + key.length + String(value).length,
      0,
    )
    return { used: characters, limit: LIMIT_BYTES }
  },
}

const location: Location = {
  async isPermitted() {
    try {
      return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
    } catch {
      return false
    }
  },
  here: () =>
    new Promise((resolve) => {
      if (!navigator.geolocation) return resolve(null)
      navigator.geolocation.getCurrentPosition(
        ({ coords }) =>
          resolve({ latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy }),
        () => resolve(null),
        { timeout: 8_000 },
      )
    }),
  choose: null,
}
