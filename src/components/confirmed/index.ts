/** Asks before something is lost. */
import Taro from '@tarojs/taro'
import type { Asked } from '../words'

export async function confirmed({ title, content, action }: Asked): Promise<boolean> {
  const { confirm } = await Taro.showModal({ title, content, confirmText: action, confirmColor: '#b3261e' })
  return confirm
}
