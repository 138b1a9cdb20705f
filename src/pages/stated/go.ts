/** The ways between the parts of this screen. */
import Taro from '@tarojs/taro'
import type { StatedItem, Tier } from '../../shared/contract'

const open = (parameters: Record<string, string>) => {
  const search = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  void Taro.navigateTo({ url: `/pages/stated/index?${search.join('&')}` })
}

export const openItem = (of: { tier: Tier; year: string }, { kind, name }: StatedItem) =>
  open({ ...of, kind, name })

export const openDueDay = () => open({ view: 'due-day' })

export const openDecisions = (of: { tier: Tier; year: string }) => open({ ...of, view: 'decisions' })

export const openCuts = (of: { tier: Tier; year: string }) => open({ ...of, view: 'cuts' })
