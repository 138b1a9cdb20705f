/** Which records the queue shows: by state, area, kind and age. Its children stand at the end of the line. */
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import Chips from '../../components/chips'
import Choice from '../../components/choice'
import { kindTitles } from '../../components/words'
import { useAsk } from '../../phone'
import { REVIEW_WORKING_DAYS } from '../../shared/calendar'
import type { Input } from '../../shared/contract'
import { riskFlagKinds } from '../../shared/flags'
import { stateTitles } from '../../shared/records'
import { flagTitles } from './flag-text'

const states = (['submitted', 'returned', 'approved'] as const).map((value) => ({
  value,
  title: stateTitles[value],
}))
const kinds = Object.entries(kindTitles).map(([value, title]) => ({ value, title }))
const flags = [
  { value: null, title: '不限留意' },
  ...riskFlagKinds.map((value) => ({ value, title: flagTitles[value] })),
]
const ages = [
  { value: null, title: '全部时间' },
  { value: '2', title: '等了 2 个工作日以上' },
  { value: String(REVIEW_WORKING_DAYS), title: '已超期' },
]

export type Filter = Required<
  Pick<Input<'review', 'queue'>, 'state' | 'kind' | 'flag' | 'areaCode' | 'waitedLongerThan'>
> & { state: (typeof states)[number]['value'] }
export const everything: Filter = {
  state: 'submitted',
  kind: null,
  flag: null,
  areaCode: null,
  waitedLongerThan: null,
}

type Props = PropsWithChildren<{
  filter: Filter
  /** The list is that of one platform, so it has no areas. */
  ofOnePlatform: boolean
  onChange: (filter: Filter) => void
}>

export function Filters({ filter, ofOnePlatform, onChange, children }: Props) {
  const areas = useAreas()
  return (
    <>
      <View className="review-chips">
        <Chips
          label="状态"
          options={states}
          value={filter.state}
          // Only what waits has an age.
          onChange={(state) => onChange({ ...filter, state, waitedLongerThan: null })}
        />
      </View>
      <View className="review-filters">
        {!ofOnePlatform && areas.length > 1 && (
          <Choice
            options={[
              { value: null, title: '全部地区' },
              ...areas.map(({ areaCode, name }) => ({ value: areaCode, title: name })),
            ]}
            value={filter.areaCode}
            onChoose={(areaCode) => onChange({ ...filter, areaCode })}
          />
        )}
        <Choice
          options={[{ value: null, title: '全部种类' }, ...kinds]}
          value={filter.kind}
          onChoose={(kind) => onChange({ ...filter, kind })}
        />
        <Choice options={flags} value={filter.flag} onChoose={(flag) => onChange({ ...filter, flag })} />
        {filter.state === 'submitted' && (
          <Choice
            options={ages}
            value={filter.waitedLongerThan === null ? null : String(filter.waitedLongerThan)}
            onChoose={(days) =>
              onChange({ ...filter, waitedLongerThan: days === null ? null : Number(days) })
            }
          />
        )}
        {children}
      </View>
    </>
  )
}

/** The cities that the caller may see, each with its counties; for a reviewer of one city, its platforms. */
function useAreas(): { areaCode: string; name: string }[] {
  const platforms = useAsk('session', 'platforms', {}).data?.platforms ?? []
  const cities = platforms.filter(({ tier }) => tier === 'city')
  if (cities.length > 1) return cities
  return platforms.filter(({ tier }) => tier === 'county')
}
