/** One quantity or criterion, platform by platform: what counts, and where something is still missing. */
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { useAsk } from '../../phone'
import BigNumber from '../../components/big-number'
import Chips from '../../components/chips'
import ListRow from '../../components/list-row'
import PageFrame, { frameOf } from '../../components/page-frame'
import SearchBox from '../../components/search-box'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import type { Input, Output, StatedItem, StatedRow } from '../../shared/contract'
import Entry from './entry'
import { latestText, valueText } from './texts'

const PAGE = 30
const filters = [
  { value: 'all', title: '全部' },
  { value: 'missing', title: '未填' },
] as const
type Filter = (typeof filters)[number]['value']

export default function Item(of: Input<'evaluate', 'entries'>) {
  const asked = useAsk('evaluate', 'entries', of)
  return (
    <PageFrame {...frameOf(asked)}>
      {asked.data && <Shown {...asked.data} of={of} onSaved={asked.reload} />}
    </PageFrame>
  )
}

type Props = Output<'evaluate', 'entries'> & {
  of: Input<'evaluate', 'entries'>
  onSaved: () => Promise<void>
}

function Shown({ item, rows, of, onSaved }: Props) {
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [shown, setShown] = useState(PAGE)
  const [open, setOpen] = useState<StatedRow | null>(null)
  // Of many platforms most have the same source.
  const [lastReason, setLastReason] = useState('')
  const found = useMemo(
    () =>
      rows.filter(
        ({ platform, value }) => platform.name.includes(words.trim()) && (filter === 'all' || value === null),
      ),
    [rows, words, filter],
  )
  useReachBottom(() => setShown((before) => (before < found.length ? before + PAGE : before)))
  useEffect(() => setShown(PAGE), [words, filter])
  const missing = rows.filter(({ value }) => value === null).length
  return (
    <>
      <SectionCard title={item.title} note={noteOf(item, of.year)}>
        <BigNumber value={String(item.entered)} unit={`/ ${rows.length} 个平台已填`} />
      </SectionCard>
      <View className="stated-filters">
        <SearchBox value={words} placeholder="搜索平台名称" onChange={setWords} />
        <Chips
          label="填写情况"
          options={filters.map(({ value, title }) => ({
            value,
            title: value === 'missing' ? `${title} ${missing}` : title,
          }))}
          value={filter}
          onChange={setFilter}
        />
      </View>
      <SectionCard>
        {found.length === 0 && <View className="stated-none">没有符合条件的平台。</View>}
        {found.slice(0, shown).map((row) => (
          <ListRow
            key={row.platform.id}
            title={row.platform.name}
            note={latestText(row)}
            value={row.value === null ? <Tag tone="amber">未填</Tag> : valueText(item, row.value)}
            onTap={() => setOpen(row)}
          />
        ))}
        {found.length > shown && (
          <View className="stated-link" onClick={() => setShown(shown + PAGE)} aria-role="button">
            还有 {found.length - shown} 个,再看一些
          </View>
        )}
      </SectionCard>
      {open && (
        <Entry
          key={open.platform.id}
          item={item}
          row={open}
          year={of.year}
          lastReason={lastReason}
          onClose={() => setOpen(null)}
          onSaved={async (reason) => {
            setLastReason(reason)
            await onSaved()
            setOpen(null)
          }}
        />
      )}
    </>
  )
}

function noteOf({ kind, section, max, step, judge }: StatedItem, year: string): string {
  if (kind === 'quantity') return `${year} 年`
  const steps = step === null ? '' : `,${step} 分一档`
  return `${year} 年 · ${section ?? ''} · 0–${max} 分${steps} · ${judge ?? '评定人'}`
}
