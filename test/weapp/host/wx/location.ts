/** Where the phone is. Tests say otherwise with mockWxMethod. */
import type { RunningApp } from '../app/app'
import type { Fields } from '../values'
import { answeringAll, Refused } from './call'

/** Invented: a square in the middle of Changsha. */
const HERE = {
  latitude: 28.2282,
  longitude: 112.9388,
  accuracy: 30,
  horizontalAccuracy: 30,
  verticalAccuracy: 0,
}

export function locationMethods(app: RunningApp): Fields {
  // WeChat refuses what app.json does not announce.
  const announced = (name: string) => {
    if (!app.files.settings.requiredPrivateInfos.includes(name)) {
      throw new Refused('the api need to be declared in the requiredPrivateInfos field in app.json')
    }
  }
  return answeringAll(app, {
    getLocation: () => {
      announced('getLocation')
      return { ...HERE, altitude: 0, speed: -1 }
    },
    chooseLocation: () => {
      announced('chooseLocation')
      return {
        name: '示例产业园',
        address: '示例路 1 号',
        latitude: HERE.latitude,
        longitude: HERE.longitude,
      }
    },
  })
}
