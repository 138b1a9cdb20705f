/** How many have confirmed, and who did last, while somebody looks. */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../phone'
import { askAfter } from './code-life'

/** Names in sight. */
const LAST = 3

export type Arrivals = {
  count: number
  /** The latest first. */
  names: string[]
}

/** Null until the server has told. */
export function useArrivals(activityId: string): Arrivals | null {
  const [arrivals, setArrivals] = useState<Arrivals | null>(null)
  const [hidden, setHidden] = useState(false)
  useDidHide(() => setHidden(true))
  useDidShow(() => setHidden(false))

  useEffect(() => {
    if (hidden) return
    let timer: ReturnType<typeof setTimeout>
    let failures = 0
    let over = false
    const ask = async () => {
      try {
        const { count, participations } = await call('confirm', 'list', { activityId, last: LAST })
        failures = 0
        const names = participations.map(({ enterprise }) => enterprise.name).reverse()
        if (!over) setArrivals({ count, names })
      } catch {
        // The next time asks again; the code's own failure is shown.
        failures += 1
      }
      if (!over) later()
    }
    const later = () => {
      timer = setTimeout(() => void ask(), askAfter(failures))
    }
    later()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [activityId, hidden])

  return arrivals
}
