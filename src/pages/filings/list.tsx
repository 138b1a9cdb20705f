/** What a platform has to file in a year, and where each filing stands. */
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { askForMessages, useAsk } from '../../phone'
import BigNumber from '../../components/big-number'
import Chips from '../../components/chips'
import { FilingTag, filingNote } from '../../components/filing-status'
import ListRow from '../../components/list-row'
import PageFrame, { frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import type { FilingStatus } from '../../shared/contract'
import { filingTitle, isAnnual, toFileNow } from '../../shared/filings'
import { openCounties, openFiled, openForm } from './go'

export default function List({ platformId, manages }: { platformId: string; manages: boolean }) {
  const [year, setYear] = useState<string | null>(null)
  const asked = useAsk('filings', 'due', { platformId, year })
  const { reload, data } = asked
  useDidShow(() => void reload())
  const open = (status: FilingStatus) => {
    const of = { platformId, kind: status.kind, period: status.period }
    if (manages && status.open && status.state !== 'approved') openForm(of)
    else openFiled(of)
  }
  return (
    <PageFrame {...frameOf(asked)}>
      {data && (
        <>
          {!manages && <View className="filings-foot">{data.platform.name}</View>}
          <Head filings={data.filings} lateOrMissing={data.lateOrMissing} />
          <View className="filings-chips">
            <Chips
              label="年度"
              options={yearsUntil(data.today).map((value) => ({ value, title: `${value} 年` }))}
              value={data.year}
              onChange={setYear}
            />
          </View>
          {data.filings.length === 0 && (
            <SectionCard>
              <View className="filings-empty">这一年还没有需要报送的内容。</View>
            </SectionCard>
          )}
          {[
            { title: '年度材料', filings: data.filings.filter(({ kind }) => isAnnual(kind)) },
            { title: '月报', filings: data.filings.filter(({ kind }) => !isAnnual(kind)) },
          ].map(
            ({ title, filings }) =>
              filings.length > 0 && (
                <SectionCard key={title} title={title}>
                  {filings.map((status) => (
                    <ListRow
                      key={`${status.kind}/${status.period}`}
                      title={filingTitle(status.kind, status.period)}
                      note={filingNote(status)}
                      value={<FilingTag status={status} />}
                      onTap={manages || status.version > 0 ? () => open(status) : undefined}
                    />
                  ))}
                </SectionCard>
              ),
          )}
          {data.platform.tier === 'city' && (
            <SectionCard>
              <ListRow
                title="县市区年度材料"
                note="审定后由本平台汇总报送"
                onTap={() => openCounties(platformId, data.year)}
              />
            </SectionCard>
          )}
          {manages && <Remind templates={data.templates} />}
        </>
      )}
    </PageFrame>
  )
}

const yearsUntil = (today: string) => {
  const year = Number(today.slice(0, 4))
  return [String(year), String(year - 1)]
}

function Head({ filings, lateOrMissing }: { filings: readonly FilingStatus[]; lateOrMissing: number }) {
  return (
    <SectionCard>
      <BigNumber
        value={String(toFileNow(filings).length)}
        // Not 待报送: annual papers of this year are 待报送 too, and need not be filed before December.
        unit="项近期要报"
        beside={lateOrMissing === 0 ? '没有缺报、晚报' : `缺报、晚报 ${lateOrMissing} 次`}
      />
    </SectionCard>
  )
}

function Remind({ templates }: { templates: readonly string[] }) {
  const [agreed, setAgreed] = useState(false)
  const ask = askForMessages
  if (ask === null || templates.length === 0) return null
  return (
    <SectionCard>
      <ListRow
        title="微信提醒"
        note={agreed ? '已同意,下次到期或有审定结果时会收到一条' : '到期前和有审定结果时,在微信里提醒一次'}
        onTap={() => void ask([...templates]).then(setAgreed)}
      />
    </SectionCard>
  )
}
