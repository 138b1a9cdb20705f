/** What the quarterly bulletin says of the work of a class. */
import { bulletinBlocks } from '../../cloudfunctions/reports/bulletin-text'
import type { ClassResults } from '../../cloudfunctions/reports/read-class'
import { evaluatedWorld } from './evaluating'
import { rubricWordsOf } from '../../cloudfunctions/backend/results'

const { database } = evaluatedWorld()

const row = (name: string, rank: number | null, done: number, facts: ClassResults['facts']) => ({
  platform: { id: name, name, tier: 'city' as const, areaCode: '430100' },
  ...{ state: 'published' as const, rank, total: 10, grade: null, sections: [], rankBefore: null },
  increment: new Map(facts.map((fact) => [fact.name, done])),
  exclusion:
    rank === null ? { ground: 'withdrew' as const, reason: '停办', at: '2023-06-01T00:00:00Z' } : null,
})

it('tells every kind of work, in as many tables as it takes, and no duty that was missed', async () => {
  const { facts } = await rubricWordsOf(database, 'hunan-2023-city', '2023.4')
  const class1: ClassResults = {
    ...{ tier: 'city', period: '2023-Q2', median: 10, facts },
    rows: [row('长沙', 1, 3, facts), row('株洲', 2, 4, facts), row('湘潭', null, 500, facts)],
  }
  const blocks = bulletinBlocks('2023-Q2', [class1], true, new Date('2023-07-20T02:00:00Z'))
  const tables = blocks.flatMap((block) => (block.kind === 'table' && block.sum ? [block] : []))
  const told = tables.flatMap(({ columns }) => columns.slice(1).map(({ title }) => title.split('\n')[0]))
  expect(told).toEqual(facts.filter(({ isWork, unit }) => isWork && unit !== '').map(({ title }) => title))
  expect(told).toHaveLength(13)
  for (const kind of ['培训', '线上交易']) expect(told.join()).toContain(kind)
  expect(told.join()).not.toContain('晚报')
  for (const { columns } of tables) expect(columns.length).toBeLessThanOrEqual(8)
  // A platform that is left out of the year is in no sum.
  for (const { rows } of tables) {
    expect(rows.map(([name, first]) => [name, first])).toEqual([
      ['长沙', '3'],
      ['株洲', '4'],
      ['合计', '7'],
    ])
  }
  expect(JSON.stringify(blocks)).not.toContain('507')
})
