/** On the home screen of a manager: the filing that presses most, or nothing. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useSession, useAsk } from '../../phone'
import { asking, filingTitle } from '../../shared/filings'
import { count } from '../figures'
import { filingNote } from '../filing-status'
import Notice from '../notice'
import './index.scss'

export default function FilingReminder() {
  const { membership } = useSession()
  const platformId = membership?.role === 'manager' ? membership.platform?.id : undefined
  const { data } = useAsk('filings', 'due', platformId === undefined ? null : { platformId, year: null })
  const filings = platformId === undefined ? [] : asking(data?.filings ?? [])
  const [first, ...others] = filings
  if (!first) return null
  const more = others.length > 0 ? `,另有 ${count(others.length, '项')}` : ''
  return (
    <View
      className="filing-reminder"
      aria-role="button"
      onClick={() => void Taro.navigateTo({ url: '/pages/filings/index' })}
    >
      <Notice tone="amber" action={<View className="filing-reminder-go">去报送</View>}>
        {filingTitle(first.kind, first.period)}
        {first.state === 'refused' ? '被退回' : '待报送'}
        {more}
        <View className="filing-reminder-note">{filingNote(first)}</View>
      </Notice>
    </View>
  )
}
