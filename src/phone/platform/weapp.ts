/** WeChat: cloud functions, storage, network, life of the app, location. Files are in weapp-files.ts. */
import Taro from '@tarojs/taro'
import { STORAGE_LIMIT_BYTES, type KeyValue } from '../storage'
import type { Send } from '../transport'
import { timers } from './timers'
import type { Location, Platform } from './types'
import { fromCloud, isOnline } from './weapp-failures'
import { weappFiles } from './weapp-files'
import { openFile } from './weapp-documents'
import { savePicture } from './weapp-pictures'

/** The cloud environment, put in by the build; without one WeChat takes the default environment. */
declare const CLOUD_ENVIRONMENT: string

export function weappPlatform(): Platform {
  Taro.cloud.init(CLOUD_ENVIRONMENT ? { env: CLOUD_ENVIRONMENT } : {})
  return {
    send,
    storage,
    sharedStorage: false,
    files: weappFiles,
    network: {
      online: isOnline,
      onChange: (listener) => Taro.onNetworkStatusChange((status) => listener(status.isConnected)),
    },
    life: {
      onShow: (listener) => Taro.onAppShow(listener),
      onHide: (listener) => Taro.onAppHide(listener),
    },
    location,
    timers,
    async copyText(text) {
      try {
        await Taro.setClipboardData({ data: text })
      } catch {
        // Refused, or no clipboard: WeChat says when it worked, so we say when it did not.
        void Taro.showToast({ title: '没有复制成功', icon: 'none' })
      }
    },
    async scanCode() {
      try {
        const { result, path } = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] })
        // Our own mini-program codes say where they lead, and have no text.
        return path || result
      } catch {
        return null
      }
    },
    openFile,
    savePicture,
    async askForMessages(templates) {
      try {
        // Only right after a tap, and at most three templates at once.
        const answer = await Taro.requestSubscribeMessage({
          tmplIds: templates.slice(0, 3),
          entityIds: [],
        })
        return templates.some((template) => Reflect.get(answer, template) === 'accept')
      } catch {
        return false
      }
    },
    preview: null,
  }
}

const send: Send = async (functionName, request) => {
  const answer = await fromCloud(Taro.cloud.callFunction({ name: functionName, data: request }))
  return answer.result
}

const storage: KeyValue = {
  get(key) {
    const value: unknown = Taro.getStorageSync(key)
    return typeof value === 'string' && value !== '' ? value : undefined
  },
  set: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => Taro.getStorageInfoSync().keys,
  usage: () => ({ used: Taro.getStorageInfoSync().currentSize * 1024, limit: STORAGE_LIMIT_BYTES }),
}

const location: Location = {
  async isPermitted() {
    try {
      return (await Taro.getSetting({})).authSetting['scope.userLocation'] === true
    } catch {
      return false
    }
  },
  async here() {
    try {
      const found = await Taro.getLocation({ type: 'gcj02' })
      return { latitude: found.latitude, longitude: found.longitude, accuracy: found.accuracy }
    } catch {
      return null
    }
  },
  async choose() {
    try {
      const chosen = await Taro.chooseLocation({})
      return { latitude: chosen.latitude, longitude: chosen.longitude, name: chosen.name || chosen.address }
    } catch {
      return null
    }
  },
}
