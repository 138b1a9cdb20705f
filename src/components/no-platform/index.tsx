/** For whoever has no platform of their own: what they do instead, for a frame to show where its content would be. */
import Taro from '@tarojs/taro'
import { Button } from '@nutui/nutui-react-taro'
import type { Role } from '../../shared/contract'
import { noPlatformWords } from './words'

export function noPlatform(role: Role | null) {
  const { title, hint, action, page } = noPlatformWords(role)
  const go = () =>
    void (page
      ? Taro.navigateTo({ url: `/pages/${page}/index` })
      : Taro.switchTab({ url: '/pages/me/index' }))
  return {
    title,
    hint,
    action: (
      <Button type="primary" onClick={go}>
        {action}
      </Button>
    ),
  }
}
