/** Search by name, class, what asks for attention, and the order. */
import { View } from '@tarojs/components'
import Chips from '../../components/chips'
import Choice from '../../components/choice'
import SearchBox from '../../components/search-box'
import { tierTitles, tiers, type OverviewRow } from '../../shared/contract'
import { filterTitles, passes, sortTitles, type Filter, type Sort, type Wish } from './arrange'

const filters: readonly Filter[] = ['all', 'report', 'overdue', 'signed', 'outlier']
const sorts: readonly Sort[] = ['attention', 'total', 'waiting', 'area']
const classes = ['all', ...tiers] as const

type Props = { rows: readonly OverviewRow[]; wish: Wish; onChange: (wish: Wish) => void }

export default function Filters({ rows, wish, onChange }: Props) {
  const options = filters.map((value) => {
    const number = value === 'all' ? 0 : rows.filter((row) => passes(row, value)).length
    return { value, title: number === 0 ? filterTitles[value] : `${filterTitles[value]} ${number}` }
  })
  return (
    <View className="province-filters">
      <SearchBox
        value={wish.words}
        placeholder="搜索平台名称"
        onChange={(words) => onChange({ ...wish, words })}
      />
      <Chips
        label="关注"
        options={options}
        value={wish.filter}
        onChange={(filter) => onChange({ ...wish, filter })}
      />
      <View className="province-choices">
        <Choice
          options={classes.map((value) => ({
            value,
            title: value === 'all' ? '全部类别' : tierTitles[value],
          }))}
          value={wish.tier}
          onChoose={(tier) => onChange({ ...wish, tier })}
        />
        <Choice
          options={sorts.map((value) => ({ value, title: sortTitles[value] }))}
          value={wish.sort}
          onChoose={(sort) => onChange({ ...wish, sort })}
        />
      </View>
    </View>
  )
}
