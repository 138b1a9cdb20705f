/** Where one types a part of a name to find it in a list. */
import { View } from '@tarojs/components'
import { Input } from '@nutui/nutui-react-taro'
import './index.scss'

type Props = { value: string; placeholder: string; onChange: (words: string) => void }

export default function SearchBox({ value, placeholder, onChange }: Props) {
  return (
    <View className="search-box">
      <Input value={value} placeholder={placeholder} clearable maxLength={30} onChange={onChange} />
    </View>
  )
}
