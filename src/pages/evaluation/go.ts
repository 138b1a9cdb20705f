/** The ways between the parts of this screen. */
import Taro from '@tarojs/taro'

const open = (search: string) => void Taro.navigateTo({ url: `/pages/evaluation/index?${search}` })

export const openPeriod = (period: string) => open(`period=${period}`)
export const openObjections = () => open('view=objections')
export const openExclusions = (year: string) => open(`view=exclusions&year=${year}`)
export const openCard = (resultId: string) =>
  void Taro.navigateTo({ url: `/pages/card/index?result=${encodeURIComponent(resultId)}` })
