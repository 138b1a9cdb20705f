/** In the web preview alone: be another of the example people. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { previewPeople, type PreviewPerson } from '../../phone'
import { count } from '../../components/figures'
import ListRow from '../../components/list-row'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'

const FEW = 6

export default function PreviewPeople() {
  const [people, setPeople] = useState<PreviewPerson[] | null>(null)
  const [all, setAll] = useState(false)
  useEffect(() => {
    void previewPeople?.list().then(setPeople)
  }, [])
  if (!previewPeople) return null
  const current = previewPeople.current()
  const shown = (people ?? []).filter((person, index) => all || index < FEW || person.openid === current)
  return (
    <SectionCard title="预览:换一个身份" note="只在网页预览里有,用示例人员体验各种角色。">
      {people === null && <View className="me-quiet">正在读取…</View>}
      {people?.length === 0 && <View className="me-quiet">没有读到示例人员。请确认本机服务已启动。</View>}
      {shown.map((person) => (
        <ListRow
          key={person.openid}
          title={person.name}
          note={person.title}
          value={person.openid === current ? <Tag tone="jade">✓ 现在</Tag> : undefined}
          onTap={() => previewPeople?.become(person.openid)}
        />
      ))}
      {people !== null && people.length > FEW && (
        <View className="me-more" onClick={() => setAll((now) => !now)} aria-role="button">
          {all ? '收起' : `看全部 ${count(people.length, '人')}`}
        </View>
      )}
    </SectionCard>
  )
}
