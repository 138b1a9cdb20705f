/** The self-assessment as a paper: the rubric's table with own points, those of the card, and the difference. */
import { reportsContract } from '../../src/shared/contract'
import { differenceOf, withoutCard, type ShownSelfAssessment } from '../../src/shared/filings'
import { formatPoints, formatPointsShort } from '../../src/shared/scoring'
import { writeDocument, type Block } from './documents'
import { exporting, limits } from './exporting'
import type { FileStore } from './file-store'
import { fileNameOf } from './file-name'
import { dayInWords } from './moment'
import { readFiling, type Filing } from './read-filing'
import { filerFor } from './subject'

export const selfAssessment = (store: FileStore) =>
  exporting(store, reportsContract.selfAssessment, limits.file, async (reading, { platformId, year }) => {
    const { platform, withCard } = await filerFor(reading, 'reports.selfAssessment', platformId)
    const filing = await readFiling(reading.trx, platform, 'self-assessment', year)
    const { content } = filing
    if (content.kind !== 'self-assessment') throw new Error('a self-assessment says something else')
    const said = withCard ? content.selfAssessment : withoutCard(content.selfAssessment)
    const title = `${platform.name}${year}年度自评报告`
    return async () => ({
      fileName: fileNameOf([platform.name, `${year}年`, '自评报告'], 'docx'),
      content: await writeDocument(title, blocksOf(title, filing, said)),
    })
  })

export function blocksOf(title: string, filing: Filing, content: ShownSelfAssessment): Block[] {
  const { ownTotal, cardTotal, rows } = content
  const withCard = cardTotal !== null
  const sections = [...new Set(rows.map(({ section }) => section))]
  return [
    { kind: 'title', text: title },
    { kind: 'subtitle', text: filing.platform.name },
    {
      kind: 'text',
      text: `对照评价指标体系逐项自评,${filing.year}年度自评总分 ${formatPoints(ownTotal)} 分${withCard ? `;报送时系统按已审核记录测算为 ${formatPoints(cardTotal)} 分,${comparedOf(ownTotal, cardTotal)}` : ''}。最终得分以考评结果为准。`,
    },
    ...sections.flatMap((section, index): Block[] => [
      { kind: 'heading', text: `${'一二三四五六七八九十'.charAt(index)}、${section}` },
      tableOf(
        rows.filter((row) => row.section === section),
        withCard,
      ),
    ]),
    {
      kind: 'note',
      text: `${filing.standing}。${withCard ? '“系统”为报送时的测算分,“待补”的指标尚无数据或未评定。' : ''}`,
    },
    { kind: 'signature', text: `${filing.platform.name}\n${dayInWords(filing.filedAt)}` },
  ]
}

function comparedOf(own: number, card: number): string {
  if (own === card) return '两者一致'
  return `自评${own > card ? '高' : '低'}于系统测算 ${formatPointsShort(Math.abs(own - card))} 分`
}

function tableOf(rows: ShownSelfAssessment['rows'], withCard: boolean): Block {
  const ifCard = <T>(...cells: T[]) => (withCard ? cells : [])
  const sum = (pick: (row: ShownSelfAssessment['rows'][number]) => number) =>
    formatPoints(rows.reduce((total, row) => total + pick(row), 0))
  return {
    kind: 'table',
    columns: [
      { title: '指标', width: 30 },
      { title: '满分', width: 9, align: 'right' },
      { title: '自评', width: 10, align: 'right' },
      ...ifCard(
        { title: '系统', width: 10, align: 'right' as const },
        { title: '相差', width: 10, align: 'right' as const },
      ),
      { title: '说明', width: withCard ? 31 : 51 },
    ],
    rows: [
      ...rows.map(({ title, max, own, card, note }) => {
        const difference = differenceOf(own, card)
        return [
          title,
          formatPointsShort(max),
          formatPoints(own),
          ...ifCard(
            card === null ? '待补' : formatPoints(card),
            difference === null ? '—' : signed(difference),
          ),
          note,
        ]
      }),
      [
        '小计',
        sum(({ max }) => max).replace(/\.00$/, ''),
        sum(({ own }) => own),
        ...ifCard(
          sum(({ card }) => card ?? 0),
          '',
        ),
        '',
      ],
    ],
    sum: true,
  }
}

function signed(difference: number): string {
  if (difference === 0) return '0'
  return `${difference > 0 ? '+' : '−'}${formatPointsShort(Math.abs(difference))}`
}
