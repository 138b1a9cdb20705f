/** In a browser the tab bar lies over a page's own layers; in WeChat it is outside the page. */
import Taro from '@tarojs/taro'

const tabs = ['progress', 'records', 'ranking', 'me'].map((screen) => `pages/${screen}/index`)

export function isAboveTabs(): boolean {
  if (process.env.TARO_ENV === 'weapp') return false
  const path = Taro.getCurrentInstance().router?.path ?? ''
  return tabs.some((tab) => path.includes(tab))
}
