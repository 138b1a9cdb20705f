/** The annual summary as filed, in the outline of the notice (RULES.md). */
import { reportsContract } from '../../src/shared/contract'
import {
  bodyOf,
  countCharacters,
  PROBLEMS_TITLE,
  summaryOutline,
  type AnnualSummaryContent,
} from '../../src/shared/filings'
import { writeDocument, type Block } from './documents'
import { exporting, limits } from './exporting'
import type { FileStore } from './file-store'
import { fileNameOf } from './file-name'
import { dayInWords } from './moment'
import { readFiling, type Filing } from './read-filing'
import { filerFor } from './subject'

export const annualSummary = (store: FileStore) =>
  exporting(store, reportsContract.annualSummary, limits.file, async (reading, { platformId, year }) => {
    const { platform } = await filerFor(reading, 'reports.annualSummary', platformId)
    const filing = await readFiling(reading.trx, platform, 'annual-summary', year)
    const { content } = filing
    if (content.kind !== 'annual-summary') throw new Error('an annual summary says something else')
    const { annualSummary: summary } = content
    return async () => ({
      fileName: fileNameOf([summary.title], 'docx'),
      content: await writeDocument(summary.title, blocksOf(filing, summary)),
    })
  })

export function blocksOf(filing: Filing, content: AnnualSummaryContent): Block[] {
  const blocks: Block[] = [{ kind: 'title', text: content.title }]
  let chapter = ''
  let below = 0
  for (const { part, title } of summaryOutline) {
    // The outline names a chapter, and a part of it after the dot; the problems stand before the last chapter.
    const [name = title, subtitle] = title.split(/\s*·\s*/)
    if (part === 'plan') blocks.push(...problemsOf(content.problems))
    if (name !== chapter) blocks.push({ kind: 'heading', text: name })
    below = name === chapter ? below + 1 : 0
    chapter = name
    if (subtitle !== undefined) {
      blocks.push({ kind: 'subheading', text: `(${'一二三四五六七八九十'.charAt(below)})${subtitle}` })
    }
    blocks.push({ kind: 'text', text: content.parts[part].trim() || '(未填写)' })
  }
  if (content.attachments.trim() !== '') blocks.push({ kind: 'text', text: `附件:\n${content.attachments}` })
  const { words, all } = countCharacters(...bodyOf(content))
  blocks.push({ kind: 'signature', text: `${filing.platform.name}\n${dayInWords(filing.filedAt)}` })
  blocks.push({ kind: 'note', text: `正文 ${words} 字(含标点和空格 ${all} 字)。${filing.standing}。` })
  return blocks
}

function problemsOf(problems: readonly string[]): Block[] {
  const numbered = problems.map((problem, index) =>
    problems.length > 1 ? `${index + 1}. ${problem}` : problem,
  )
  return [
    { kind: 'heading', text: PROBLEMS_TITLE },
    ...numbered.map((text): Block => ({ kind: 'text', text })),
  ]
}
