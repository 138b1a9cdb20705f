/** The machine below: WeChat or the web preview. The build knows which, and leaves the other one out. */
import { webPlatform } from './web'
import { weappPlatform } from './weapp'
import type { Platform } from './types'

export * from './types'

export const makePlatform: () => Platform = process.env.TARO_ENV === 'weapp' ? weappPlatform : webPlatform
