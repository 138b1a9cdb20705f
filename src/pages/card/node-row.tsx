/** One indicator or criterion of a card: points of its maximum, or in words why there are none. */
import { View } from '@tarojs/components'
import { shortPoints } from '../../components/figures'
import ListRow from '../../components/list-row'
import ProgressBar from '../../components/progress-bar'
import { statusWords } from '../../components/stored-card'
import Tag from '../../components/tag'
import type { CardNode } from '../../shared/scoring'

type Props = { node: CardNode; below?: boolean; onOpen: (node: string) => void }

export default function NodeRow({ node, below = false, onOpen }: Props) {
  return (
    <View className={below ? 'card-node card-node-below' : 'card-node'}>
      <ListRow
        title={node.title}
        note={
          node.isGroup ? (
            <ProgressBar thin label={node.title} counted={node.max > 0 ? (node.points ?? 0) / node.max : 0} />
          ) : (
            node.why
          )
        }
        value={
          node.points === null ? (
            <View>
              <Tag tone="amber">{statusWords[node.status]}</Tag>
              <View className="card-quiet">满分 {shortPoints(node.max)}</View>
            </View>
          ) : (
            <View>
              {shortPoints(node.points)}
              <View className="card-quiet">/ {shortPoints(node.max)}</View>
            </View>
          )
        }
        onTap={() => onOpen(node.id)}
      />
    </View>
  )
}
