/** Platforms that are left out of a year's ranking and grades, why, by whom; and taking them in again. */
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call, useAsk } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import Chips from '../../components/chips'
import FieldRow from '../../components/field-row'
import { momentText } from '../../components/figures'
import ListRow from '../../components/list-row'
import { failureOr, meanwhileText, orReload } from '../../components/meanwhile'
import PageFrame, { frameOf } from '../../components/page-frame'
import PlatformPick from '../../components/platform-pick'
import ReasonSheet, { useReason } from '../../components/reason-sheet'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import {
  exclusionGroundTitles,
  exclusionGrounds,
  type ExclusionDecision,
  type ExclusionGround,
  type Platform,
} from '../../shared/contract'

const grounds = exclusionGrounds.map((value) => ({ value, title: exclusionGroundTitles[value] }))

/** Whom it is about, and the decision in force; `takesIn` = it is to be taken back. */
type Subject = { platform: Platform | null; version: number; takesIn: boolean }

export default function Exclusions({ year }: { year: string }) {
  const asked = useAsk('evaluate', 'exclusions', { year })
  const [subject, setSubject] = useState<Subject | null>(null)
  const { data, reload } = asked
  const decisions = data?.exclusions ?? []
  return (
    <PageFrame
      {...frameOf(asked)}
      bar={
        <BottomBar>
          <Button
            block
            size="large"
            type="primary"
            fill="outline"
            onClick={() => setSubject({ platform: null, version: 0, takesIn: false })}
          >
            不再纳入一个平台
          </Button>
        </BottomBar>
      }
    >
      {data && (
        <SectionCard title={`${year} 年不再纳入评价`} note="不参加排名和等级,得分和记录保留。点开可恢复。">
          {decisions.length === 0 && <View className="evaluation-none">所有平台都纳入评价。</View>}
          {decisions.map((each) => {
            const newest = isNewest(each, decisions)
            return (
              <ListRow
                key={`${each.platform.id}/${each.version}`}
                title={each.platform.name}
                note={`${each.by} ${momentText(each.at)} · ${each.reason}`}
                value={<GroundTag decision={each} inForce={newest} />}
                onTap={
                  newest && each.ground !== null
                    ? () => setSubject({ platform: each.platform, version: each.version, takesIn: true })
                    : undefined
                }
              />
            )
          })}
        </SectionCard>
      )}
      {subject && (
        <Decide
          year={year}
          subject={subject}
          decisions={decisions}
          reload={reload}
          onClose={() => setSubject(null)}
        />
      )}
    </PageFrame>
  )
}

function isNewest({ platform, version }: ExclusionDecision, all: readonly ExclusionDecision[]): boolean {
  return version === newestOf(platform.id, all)?.version
}

const newestOf = (platformId: string, all: readonly ExclusionDecision[]) =>
  all.filter(({ platform }) => platform.id === platformId).sort((a, b) => b.version - a.version)[0]

function GroundTag({ decision: { ground }, inForce }: { decision: ExclusionDecision; inForce: boolean }) {
  if (!inForce) return <Tag>已改</Tag>
  if (ground === null) return <Tag tone="jade">已恢复</Tag>
  return <Tag tone="red">{exclusionGroundTitles[ground]}</Tag>
}

const decisionText = ({ ground }: ExclusionDecision) =>
  ground === null ? '已恢复纳入评价' : `已改为不再纳入:${exclusionGroundTitles[ground]}`

type DecideProps = {
  year: string
  subject: Subject
  decisions: readonly ExclusionDecision[]
  reload: () => Promise<void>
  onClose: () => void
}

function Decide({ year, subject, decisions, reload, onClose }: DecideProps) {
  const { takesIn } = subject
  const [platform, setPlatform] = useState(subject.platform)
  const [ground, setGround] = useState<ExclusionGround | null>(null)
  /** The decision in force when this was begun; a newer one is told, and replaced only after that. */
  const [seen, setSeen] = useState(subject.version)
  const newest = platform ? newestOf(platform.id, decisions) : undefined
  const newer = newest && newest.version > seen ? newest : null
  const { code, ...sending } = useReason(async (reason) => {
    if (!platform) return
    const of = { platformId: platform.id, year, replaces: newest?.version ?? 0 }
    await orReload(call('evaluate', 'exclude', { ...of, ground, reason }), reload)
    await reload()
    onClose()
  })
  const pick = (picked: Platform) => {
    setPlatform(picked)
    setSeen(newestOf(picked.id, decisions)?.version ?? 0)
  }
  return (
    <ReasonSheet
      title={takesIn ? '恢复纳入评价' : '不再纳入评价'}
      action={takesIn ? '恢复' : '不再纳入'}
      hint={takesIn ? '恢复后重新参加本年排名和等级' : '本年不参加排名和等级,得分和记录保留'}
      placeholder="请写明依据,如通报文号"
      visible
      {...sending}
      error={failureOr(code, sending.error, newer && meanwhileText(newer, decisionText(newer)))}
      disabled={!platform || (!takesIn && ground === null)}
      onClose={onClose}
    >
      <FieldRow label="平台" onTap={takesIn || !platform ? undefined : () => setPlatform(null)}>
        {platform?.name ?? '请选择'}
      </FieldRow>
      {!platform && <PlatformPick onPick={pick} />}
      {platform && !takesIn && (
        <FieldRow label="情形" required stacked>
          <Chips label="情形" options={grounds} value={ground} onChange={setGround} />
        </FieldRow>
      )}
    </ReasonSheet>
  )
}
