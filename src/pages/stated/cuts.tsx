/** 等级分数线: from which total on a grade is given. Nobody has a grade until the province sets the lines (D2). */
import { View } from '@tarojs/components'
import { Button, Input } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call, useAsk } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import { momentText, numberIn, shortPoints } from '../../components/figures'
import FieldRow from '../../components/field-row'
import ListRow from '../../components/list-row'
import PageFrame, { frameOf } from '../../components/page-frame'
import ReasonSheet, { useReason } from '../../components/reason-sheet'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import { tierTitles, type GradeCuts } from '../../shared/contract'
import { failureOr, Meanwhile, meanwhileText, orReload, useMeanwhile } from '../../components/meanwhile'

type Tier = GradeCuts['tier']
const GRADES = ['A', 'B', 'C', 'D']

export default function Cuts({ tier, year }: { tier: Tier; year: string }) {
  const asked = useAsk('filings', 'cuts', { year })
  const versions = asked.data?.cuts.filter((each) => each.tier === tier) ?? []
  return (
    <PageFrame {...frameOf(asked)}>
      {asked.data && <Shown tier={tier} year={year} versions={versions} reload={asked.reload} />}
    </PageFrame>
  )
}

type Props = { tier: Tier; year: string; versions: readonly GradeCuts[]; reload: () => Promise<void> }
type Line = { grade: string; from: string }

const linesOf = (cuts: GradeCuts['cuts']): Line[] =>
  [...cuts].reverse().map(({ grade, from }) => ({ grade, from: String(from) }))

function Shown({ tier, year, versions, reload }: Props) {
  const [inForce] = versions
  const [lines, setLines] = useState<Line[]>(() => linesOf(inForce?.cuts ?? []))
  const [asking, setAsking] = useState(false)
  const cuts = lines.map(({ grade, from }) => ({ grade: grade.trim(), from: numberIn(from) }))
  const whole = cuts.flatMap(({ grade, from }) => (grade === '' || from === null ? [] : [{ grade, from }]))
  const { newer, replaces, touch, beginFrom } = useMeanwhile(inForce, ({ cuts: set }) =>
    setLines(linesOf(set)),
  )
  const edit = (next: Line[]) => {
    touch()
    setLines(next)
  }
  const change = (at: number, part: Partial<Line>) =>
    edit(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))

  const { code, ...saving } = useReason(async (reason) => {
    const sending = call('filings', 'setCuts', { year, tier, cuts: whole, reason, replaces })
    beginFrom(await orReload(sending, reload))
    setAsking(false)
    await reload()
  })
  const told = newer && meanwhileText(newer, `已改为:${lineText(newer.cuts)}`)

  return (
    <>
      {newer && told && <Meanwhile text={told} onTake={() => beginFrom(newer)} />}
      <SectionCard
        title={`${year} 年${tierTitles[tier]}平台`}
        note="最低一等从 0 分起。不设分数线就不分等级,只排名次。"
      >
        {lines.length === 0 && <View className="stated-none">还没有分数线。</View>}
        {lines.map((line, at) => (
          <FieldRow key={at} label="等级">
            <View className="stated-line">
              <Input
                className="stated-grade"
                value={line.grade}
                maxLength={20}
                placeholder="如 A"
                onChange={(grade) => change(at, { grade })}
              />
              <View className="stated-unit">从</View>
              <Input
                className="stated-from"
                type="digit"
                align="right"
                value={line.from}
                maxLength={6}
                placeholder="0"
                onChange={(from) => change(at, { from })}
              />
              <View className="stated-unit">分起</View>
              <View
                className="stated-remove"
                onClick={() => edit(lines.filter((_, index) => index !== at))}
                aria-role="button"
                aria-label="去掉这一等"
              >
                去掉
              </View>
            </View>
          </FieldRow>
        ))}
        {lines.length < 10 && (
          <View
            className="stated-link"
            onClick={() => edit([...lines, { grade: GRADES[lines.length] ?? '', from: '' }])}
            aria-role="button"
          >
            加一等
          </View>
        )}
      </SectionCard>
      {versions.length > 0 && (
        <SectionCard title="改动记录">
          {versions.map(({ version, cuts: set, by, at, reason }, place) => (
            <ListRow
              key={version}
              title={lineText(set)}
              note={`${by} ${momentText(at)} · ${reason}`}
              value={place === 0 ? <Tag tone="jade">现行</Tag> : `第 ${version} 版`}
            />
          ))}
        </SectionCard>
      )}
      {(lines.length > 0 || inForce) && (
        <BottomBar below="已冻结和已公布的结果不变">
          <Button
            block
            size="large"
            type="primary"
            disabled={whole.length < lines.length}
            onClick={() => setAsking(true)}
          >
            保存分数线
          </Button>
        </BottomBar>
      )}
      <ReasonSheet
        title="保存分数线"
        action="保存"
        hint={whole.length === 0 ? '取消分数线,不再分等级' : textOf(whole)}
        placeholder="请写明依据"
        visible={asking}
        {...saving}
        error={failureOr(code, saving.error, told)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

const lineText = (cuts: GradeCuts['cuts']) => (cuts.length === 0 ? '取消分数线' : textOf(cuts))

/** A 85 分起 · B 75 分起 */
function textOf(cuts: GradeCuts['cuts']): string {
  return [...cuts]
    .sort((a, b) => b.from - a.from)
    .map(({ grade, from }) => `${grade} ${shortPoints(from)} 分起`)
    .join(' · ')
}
