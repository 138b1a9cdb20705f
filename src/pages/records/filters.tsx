/** Search by words, state, category and month. */
import { View } from '@tarojs/components'
import type { PhoneRecord } from '../../phone'
import Chips from '../../components/chips'
import Choice from '../../components/choice'
import SearchBox from '../../components/search-box'
import { categoryTitles } from '../../components/words'
import { periodTitle } from '../../shared/calendar'
import { activityCategories } from '../../shared/records'
import { groupTitles, monthsWithRecords, type Filter, type StateGroup } from './filter'

type Props = {
  filter: Filter
  records: readonly PhoneRecord[]
  counts: (group: StateGroup) => number
  onChange: (filter: Filter) => void
}

const groups: readonly StateGroup[] = ['all', 'mine', 'unsent', 'submitted', 'approved']

export default function Filters({ filter, records, counts, onChange }: Props) {
  const months = monthsWithRecords(records)
  const options = groups.map((value) => {
    // Only what asks for something is worth counting in sight.
    const number = value === 'mine' || value === 'unsent' ? counts(value) : 0
    return { value, title: number === 0 ? groupTitles[value] : `${groupTitles[value]} ${number}` }
  })
  return (
    <View className="records-filters">
      <SearchBox
        value={filter.words}
        placeholder="搜索名称、地点、企业"
        onChange={(words) => onChange({ ...filter, words })}
      />
      <Chips
        label="状态"
        options={options}
        value={filter.group}
        onChange={(group) => onChange({ ...filter, group })}
      />
      <View className="records-pickers">
        <Choice
          options={[
            { value: null, title: '全部类别' },
            ...activityCategories.map((value) => ({ value, title: categoryTitles[value] })),
          ]}
          value={filter.category}
          onChoose={(category) => onChange({ ...filter, category })}
        />
        <Choice
          options={[
            { value: null, title: '全部月份' },
            ...months.map((value) => ({ value, title: periodTitle(value) })),
          ]}
          value={filter.month}
          onChoose={(month) => onChange({ ...filter, month })}
        />
      </View>
    </View>
  )
}
