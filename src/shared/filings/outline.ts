/** The outline of the annual summary (RULES.md, annex 3), and what the data can already say of it. */
import { ownEntry } from '../own'
import { isBlank } from '../records'
import type { Rubric } from '../rubric'
import type { Card, Facts, FactValue } from '../scoring'

export const summaryParts = ['finance', 'digital', 'loan', 'services', 'campaigns', 'plan'] as const
export type SummaryPart = (typeof summaryParts)[number]

type Outlined = {
  part: SummaryPart
  title: string
  hint: string
  /** The section of the rubric whose facts prefill it. */
  section?: string
}

/** The parts in the order of the outline; the problems stand before the last. */
export const summaryOutline: readonly Outlined[] = [
  { part: 'finance', title: '一、主要经营指标', hint: '营业收入、成本以及利润等' },
  {
    part: 'digital',
    title: '二、开展工作及取得成效 ·“智赋万企”行动',
    hint: '做了什么,取得什么成效',
    section: 'digital',
  },
  {
    part: 'loan',
    title: '二、开展工作及取得成效 · 商业价值信用贷款改革试点',
    hint: '组织申报、发布需求、对接活动',
    section: 'loan',
  },
  {
    part: 'services',
    title: '二、开展工作及取得成效 · 其他各类服务活动',
    hint: '含公益性服务',
    section: 'daily',
  },
  {
    part: 'campaigns',
    title: '二、开展工作及取得成效 ·“一起益企”和服务月',
    hint: '“一起益企”中小企业服务行动、中小企业服务月活动情况',
  },
  { part: 'plan', title: '四、明年工作打算', hint: '目标、思路及工作重点' },
]

export const PROBLEMS_TITLE = '三、主要困难及问题'
export const PROBLEMS_HINT = '列举 1–2 个具体问题'
export const ATTACHMENTS_HINT =
  '新闻报道、荣誉证明、批示或调研证明等材料的清单;有市场化服务收入的平台另附年度财务报表。附件不计字数。'

/** What the first part asks for and no data can say: each with a blank to be filled in. */
const financeFigures = ['营业收入', '成本', '利润'] as const

/** What is still open of a part, by name: figures without a number, or the part itself while it is empty. */
export function openBlanks(part: SummaryPart, text: string): string[] {
  if (isBlank(text)) {
    const outlined = summaryOutline.find((each) => each.part === part)
    return outlined ? [outlined.title.replace(/^.*[、·]\s*/, '')] : []
  }
  return part === 'finance'
    ? financeFigures.filter((figure) => new RegExp(`${figure}[\\s_:\uff1a为]*万元`).test(text))
    : []
}

/** 《××年度工作总结》 */
export function summaryTitle(platformName: string, year: string): string {
  return `${platformName}${year}年度工作总结`
}

/** One or two concrete problems (RULES.md); empty ones do not count. Null when it is so. */
export function problemsProblem(problems: readonly string[]): string | null {
  const written = problems.filter((each) => !isBlank(each)).length
  if (written === 0) return '请至少写一个具体问题'
  return written > 2 ? '请只写一至两个具体问题' : null
}

/** Approved activities of a campaign in the year. */
export type CampaignWork = { campaign: 'together' | 'service-month'; activities: number; attendances: number }

const campaignNames = { together: '“一起益企”中小企业服务行动', 'service-month': '中小企业服务月' }

/** What the data can say for each part; empty where they say nothing. */
export function prefilledSummary(
  rubric: Rubric,
  card: Card,
  facts: Facts,
  campaigns: readonly CampaignWork[],
): Record<SummaryPart, string> {
  const texts: Record<SummaryPart, string> = {
    finance: sentence([financeFigures.map((figure) => `${figure}  万元`).join(',')]),
    digital: '',
    loan: '',
    services: '',
    campaigns: sentence(
      campaigns
        .filter(({ activities }) => activities > 0)
        .map(
          ({ campaign, activities, attendances }) =>
            `${campaignNames[campaign]}活动 ${activities} 场,参与企业 ${attendances} 家次`,
        ),
    ),
    plan: '',
  }
  for (const { part, section } of summaryOutline) {
    if (section !== undefined) texts[part] = sentence(factsOfSection(rubric, card, facts, section))
  }
  return texts
}

const sentence = (parts: readonly string[]) => (parts.length === 0 ? '' : `${parts.join(';')}。`)

/** What is known: the card also reads what a rubric takes for granted. */
function factsOfSection(rubric: Rubric, card: Card, facts: Facts, section: string): string[] {
  const said = new Map<string, string>()
  for (const node of card.nodes) {
    if (node.section !== section || node.isGroup) continue
    for (const name of Object.keys(node.facts)) {
      const value = ownEntry(facts, name)
      const text = said.has(name) || value === undefined ? null : factText(rubric, name, value)
      if (text !== null) said.set(name, text)
    }
  }
  return [...said.values()]
}

/** Work done alone: what somebody states of the platform, such as a target, is no work of the year. */
function factText(rubric: Rubric, name: string, value: FactValue): string | null {
  const fact = ownEntry(rubric.facts, name)
  if (!fact || fact.from.every(({ record }) => record === 'statement' || record === 'obligation')) return null
  if (value === true) return fact.title
  if (Array.isArray(value)) return value.length > 0 ? `${fact.title} ${value.length} ${fact.unit}` : null
  return typeof value === 'number' && value > 0 ? `${fact.title} ${value} ${fact.unit}` : null
}
