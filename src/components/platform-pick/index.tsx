/** One of the platforms that the person may see, found by a part of its name. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '../../phone'
import ListRow from '../list-row'
import SearchBox from '../search-box'
import { tierTitles, type Platform } from '../../shared/contract'
import './index.scss'

const FEW = 20

export default function PlatformPick({ onPick }: { onPick: (platform: Platform) => void }) {
  const [part, setPart] = useState('')
  const { data } = useAsk('session', 'platforms', {})
  const found = (data?.platforms ?? []).filter(({ name }) => name.includes(part.trim()))
  return (
    <View>
      <SearchBox value={part} placeholder="输入名称的一部分" onChange={setPart} />
      {found.slice(0, FEW).map((platform) => (
        <ListRow
          key={platform.id}
          title={platform.name}
          note={tierTitles[platform.tier]}
          onTap={() => onPick(platform)}
        />
      ))}
      {data && found.length === 0 && <View className="platform-pick-note">没有找到这个平台。</View>}
      {found.length > FEW && (
        <View className="platform-pick-note">还有 {found.length - FEW} 个,请再输几个字。</View>
      )}
    </View>
  )
}
