/** A phone in the sun: bright and awake while a code is shown. A browser has no say in that. */
import Taro from '@tarojs/taro'

/** Full brightness from now on; gives what makes it as it was. An effect of a screen with a code. */
export default function brightScreen(): (() => void) | undefined {
  if (process.env.TARO_ENV !== 'weapp') return undefined
  let before: number | null = null
  let closed = false
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => undefined)
  quietly(
    Taro.getScreenBrightness().then(({ value }) => {
      if (closed) return
      before = value
      return Taro.setScreenBrightness({ value: 1 })
    }),
  )
  quietly(Taro.setKeepScreenOn({ keepScreenOn: true }))
  return () => {
    closed = true
    if (before !== null) quietly(Taro.setScreenBrightness({ value: before }))
    quietly(Taro.setKeepScreenOn({ keepScreenOn: false }))
  }
}
