/** Search by words, state, category and month. */
import { Picker, View } from '@tarojs/components'
import { Input } from '@nutui/nutui-react-taro'
import type { PhoneRecord } from '../../phone'
import Chips from '../../components/chips'
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
const allCategories = '全部类别'
const allMonths = '全部月份'

export default function Filters({ filter, records, counts, onChange }: Props) {
  const months = monthsWithRecords(records)
  const options = groups.map((value) => {
    // Only what asks for something is worth counting in sight.
    const number = value === 'mine' || value === 'unsent' ? counts(value) : 0
    return { value, title: number === 0 ? groupTitles[value] : `${groupTitles[value]} ${number}` }
  })
  return (
    <View className="records-filters">
      <View className="records-search">
        <Input
          value={filter.words}
          placeholder="搜索名称、地点、企业"
          clearable
          onChange={(words) => onChange({ ...filter, words })}
        />
      </View>
      <Chips
        label="状态"
        options={options}
        value={filter.group}
        onChange={(group) => onChange({ ...filter, group })}
      />
      <View className="records-pickers">
        <Choice
          title={filter.category === null ? allCategories : categoryTitles[filter.category]}
          options={[allCategories, ...activityCategories.map((category) => categoryTitles[category])]}
          onChoose={(index) => onChange({ ...filter, category: activityCategories[index - 1] ?? null })}
        />
        <Choice
          title={filter.month === null ? allMonths : periodTitle(filter.month)}
          options={[allMonths, ...months.map(periodTitle)]}
          onChoose={(index) => onChange({ ...filter, month: months[index - 1] ?? null })}
        />
      </View>
    </View>
  )
}

type ChoiceProps = { title: string; options: string[]; onChoose: (index: number) => void }

function Choice({ title, options, onChoose }: ChoiceProps) {
  return (
    <Picker
      mode="selector"
      range={options}
      value={options.indexOf(title)}
      onChange={(event) => onChoose(Number(event.detail.value))}
    >
      <View className="records-choice">{title} ▾</View>
    </Picker>
  )
}
