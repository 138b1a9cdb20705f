/** Who took part, by source, with the time of each; and why others were refused. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { count, creditCodeText, momentText } from '../figures'
import ListRow from '../list-row'
import Tag from '../tag'
import { refusedText, sourceTitles, unverifiedText } from '../words'
import { now } from '../../phone'
import { shanghaiDate } from '../../shared/calendar'
import type { Output, Participation } from '../../shared/contract'
import './index.scss'

const FEW = 5

type Props = {
  participations: readonly Participation[]
  refused: Output<'confirm', 'list'>['refused']
  scans: number
  unverified: number
}

export default function Participants({ participations, refused, scans, unverified }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? participations : participations.slice(0, FEW)
  return (
    <View>
      {unverified > 0 && <View className="participants-unverified">{unverifiedText(scans, unverified)}</View>}
      {shown.map((each) => (
        <ListRow
          key={each.id}
          title={each.enterprise.name}
          note={noteOf(each)}
          value={
            each.unverified === true ? (
              <Tag tone="amber">未核实</Tag>
            ) : (
              <Tag tone={each.source === 'scan' ? 'jade' : 'grey'}>{sourceTitles[each.source]}</Tag>
            )
          }
        />
      ))}
      {participations.length > FEW && (
        <View className="participants-more" onClick={() => setAll((now) => !now)} aria-role="button">
          {all ? '收起' : `看全部 ${count(participations.length, '家')}`}
        </View>
      )}
      {refused.length > 0 && (
        <View className="participants-refused">没有成功的扫码:{refusedText(refused)}</View>
      )}
    </View>
  )
}

function noteOf({ enterprise, confirmedAt, late, timeUnverified, stars, comment }: Participation): string {
  return [
    creditCodeText(enterprise.creditCode),
    momentText(confirmedAt, shanghaiDate(now()).slice(0, 4)) + (late ? '(超出确认时间)' : ''),
    timeUnverified ? '时间未核实' : '',
    stars === null ? '' : `${stars} 星${comment ? `:${comment}` : ''}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
