// A rubric of one criterion, for testing one rule at a time.
import { parseRubric, type Rubric } from '../../../src/shared/rubric'
import { parseFacts, score, type CardNode } from '../../../src/shared/scoring'

const count = { type: 'count', title: '活动', unit: '场' }

/** The facts that small rubrics may read; those that a rule does not name are left out. */
export const someFacts: Readonly<Record<string, object>> = {
  events: count,
  others: { ...count, title: '其他活动' },
  target: { ...count, title: '目标' },
  share: { type: 'amount', title: '比例', unit: '%', max: 100 },
  sample: { type: 'amount', title: '抽样', unit: '%', max: 100, default: null },
  done: { type: 'flag', title: '已完成' },
  held: { type: 'flag', title: '已开展' },
  honours: { type: 'list', title: '荣誉', kinds: { gold: { title: '金' }, silver: { title: '银' } } },
  marks: { type: 'marks', title: '评定分', unit: '分' },
}

export function smallDocument(rule: object, max: number): Record<string, unknown> {
  const text = JSON.stringify(rule)
  const marked = text.includes('"kind":"marked"') && !text.includes('"fact"')
  const used = Object.entries(someFacts).filter(([name]) =>
    name === 'marks' ? marked : text.includes(`"${name}"`),
  )
  return {
    id: 'small',
    version: '1',
    title: '小指标',
    tier: 'city',
    period: { from: '2023-01-01', to: '2023-12-31' },
    source: { document: '虚构', table: '表' },
    settings: {},
    facts: Object.fromEntries(used),
    sections: [
      {
        id: 's',
        title: '节',
        short: '节',
        max,
        weight: 1,
        indicators: [
          {
            id: 's/one',
            title: '一',
            max,
            clause: { document: '虚构', table: '表', row: '一', rule: '规则' },
            rule,
          },
        ],
      },
    ],
    grades: null,
  }
}

export function smallRubric(rule: object, max: number): Rubric {
  return parseRubric(smallDocument(rule, max))
}

/** The criterion's entry for these facts. */
export function nodeFor(rule: object, max: number, facts: object): CardNode {
  const rubric = smallRubric(rule, max)
  const node = score(rubric, parseFacts(rubric, facts)).nodes[0]
  if (!node) throw new Error('no node')
  return node
}

export function pointsFor(rule: object, max: number, facts: object): number | null {
  return nodeFor(rule, max, facts).points
}
