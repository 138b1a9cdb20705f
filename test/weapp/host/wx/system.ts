/** What kind of phone this is. */
import { randomBytes } from 'node:crypto'
import type { RunningApp } from '../app/app'
import { bytesOf } from '../app/realm'
import { isObject, type Fields } from '../values'
import { answeringAll, atOnce, Refused } from './call'
import { wxNames } from './names'

export const SDK_VERSION = '3.8.0'
const window = {
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 753,
  statusBarHeight: 47,
  screenTop: 91,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
}
const device = { brand: 'host', model: 'host', system: 'iOS 16.0', platform: 'ios', memorySize: 4096 }
const base = {
  SDKVersion: SDK_VERSION,
  version: '8.0.50',
  language: 'zh_CN',
  enableDebug: false,
  theme: 'light',
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
  host: { env: 'WeChat' },
}
const setting = {
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
}

export function systemMethods(app: RunningApp): Fields {
  const now = (name: string, value: () => unknown) => ({ [name]: atOnce(app, name, value) })
  const all = () => ({ ...window, ...device, ...base, ...setting })
  return {
    ...now('getWindowInfo', () => window),
    ...now('getDeviceInfo', () => device),
    ...now('getAppBaseInfo', () => base),
    ...now('getSystemSetting', () => setting),
    ...now('getAppAuthorizeSetting', () => ({
      locationAuthorized: 'authorized',
      cameraAuthorized: 'authorized',
    })),
    ...now('getSystemInfoSync', all),
    ...answeringAll(app, {
      getSystemInfo: all,
      getSystemInfoAsync: all,
      getRandomValues: (options) => {
        const length = Number(options.length)
        if (!(length > 0 && length <= 1_048_576)) throw new Refused('length should be 1 to 1048576')
        return { randomValues: new Uint8Array(randomBytes(length)) }
      },
    }),
    ...now('getMenuButtonBoundingClientRect', () => ({
      top: 51,
      bottom: 83,
      left: 296,
      right: 383,
      width: 87,
      height: 32,
    })),
    ...now('getLaunchOptionsSync', () => app.launchOptions),
    ...now('getEnterOptionsSync', () => app.launchOptions),
    ...now('getAccountInfoSync', () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
    })),
    canIUse: (schema: unknown) => wxNames().has(String(schema).split('.')[0] ?? ''),
    arrayBufferToBase64: (buffer: unknown) => Buffer.from(bytesOf(buffer) ?? []).toString('base64'),
    base64ToArrayBuffer: atOnce(
      app,
      'base64ToArrayBuffer',
      (text) => new Uint8Array(Buffer.from(String(text), 'base64')),
    ),
    getUpdateManager: () =>
      app.realm.object({
        onCheckForUpdate: (listener: unknown) => isObject(listener),
        onUpdateReady: () => undefined,
        onUpdateFailed: () => undefined,
        applyUpdate: () => undefined,
      }),
  }
}
