/** The number of records that are not on the server yet, on the tab 记录. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect } from 'react'
import { useUnsent } from '../../phone'

const TAB = 1

/**
 * Used by every page of the tab bar: while another page lies over it WeChat refuses a badge, so each of them
 * sets it again when it comes into sight.
 */
export function useRecordsBadge(): void {
  const unsent = useUnsent()
  const set = useCallback(() => {
    const done =
      unsent === 0
        ? Taro.removeTabBarBadge({ index: TAB })
        : Taro.setTabBarBadge({ index: TAB, text: unsent > 99 ? '99+' : String(unsent) })
    Promise.resolve(done).catch(() => {})
  }, [unsent])
  useEffect(set, [set])
  useDidShow(set)
}
