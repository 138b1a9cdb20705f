/** The ways between the parts of this screen. */
import Taro from '@tarojs/taro'
import type { FilingKind } from '../../shared/filings'

type Of = { platformId: string; kind: FilingKind; period: string }

const address = (parameters: Record<string, string>) =>
  `/pages/filings/index?${Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`

export function openForm({ platformId, kind, period }: Of): void {
  void Taro.navigateTo({ url: address({ view: 'form', platform: platformId, kind, period }) })
}

export function openFiled({ platformId, kind, period }: Of): void {
  void Taro.navigateTo({ url: address({ platform: platformId, kind, period }) })
}

export function openCounties(platformId: string, year: string): void {
  void Taro.navigateTo({ url: address({ view: 'counties', platform: platformId, period: year }) })
}

/** Back to the list, also where the screen was opened from a message and there is nothing to go back to. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await Taro.redirectTo({ url: '/pages/filings/index' })
}
