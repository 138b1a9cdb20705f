/** From plans to the bytes of a Word file: A4, the type sizes that offices use, page numbers. */
import type * as Word from 'docx'
import { plainText } from '../plain-text'
import type { Block, TableColumn } from './plan'

type Library = typeof Word
type Look = { font: string; size: number; bold?: boolean }

/** Sizes in half points: 二号, 三号, 小四, 五号. */
const looks = {
  title: { font: '黑体', size: 44 },
  subtitle: { font: '楷体', size: 28 },
  heading: { font: '黑体', size: 32 },
  subheading: { font: '楷体', size: 32, bold: true },
  text: { font: '仿宋', size: 32 },
  note: { font: '仿宋', size: 21 },
  signature: { font: '仿宋', size: 32 },
  cell: { font: '宋体', size: 21 },
} satisfies Record<string, Look>

/** Twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, side: 1_300, top: 1_500 }
const TEXT_WIDTH = PAGE.width - 2 * PAGE.side
const LINE = 560

const linesOf = (text: string) => plainText(text).split('\n')

function run({ TextRun }: Library, text: string, { font, size, bold = false }: Look) {
  const fonts = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: font }
  return new TextRun({ text, size, bold, font: fonts })
}

function paragraphs(word: Library, { kind, text }: Exclude<Block, { kind: 'table' }>): Word.Paragraph[] {
  const { AlignmentType, HeadingLevel, LineRuleType, Paragraph } = word
  const alignment = {
    title: AlignmentType.CENTER,
    subtitle: AlignmentType.CENTER,
    signature: AlignmentType.RIGHT,
    heading: AlignmentType.LEFT,
    subheading: AlignmentType.LEFT,
    note: AlignmentType.LEFT,
    text: AlignmentType.BOTH,
  }[kind]
  const indented = kind === 'text' || kind === 'heading' || kind === 'subheading'
  const heading = {
    title: HeadingLevel.TITLE,
    heading: HeadingLevel.HEADING_1,
    subheading: HeadingLevel.HEADING_2,
  }
  const look = looks[kind]
  return linesOf(text).map(
    (line) =>
      new Paragraph({
        alignment,
        ...(kind === 'title' || kind === 'heading' || kind === 'subheading'
          ? { heading: heading[kind] }
          : {}),
        ...(indented ? { indent: { firstLine: 2 * look.size * 10 } } : {}),
        keepNext: kind === 'heading' || kind === 'subheading',
        spacing:
          kind === 'note'
            ? { before: 60, after: 120 }
            : { line: kind === 'title' ? 800 : LINE, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
        children: [run(word, line, look)],
      }),
  )
}

function table(word: Library, { columns, rows, sum = false }: Extract<Block, { kind: 'table' }>): Word.Table {
  const { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } =
    word
  const whole = columns.reduce((total, { width }) => total + width, 0)
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / whole))
  const aligned = {
    left: AlignmentType.LEFT,
    center: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
  }
  const cell = (text: string, index: number, align: NonNullable<TableColumn['align']>, strong: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 70, right: 70, top: 30, bottom: 30 },
      verticalAlign: VerticalAlign.CENTER,
      ...(strong ? { shading: { fill: 'E3EEE8' } } : {}),
      children: linesOf(text).map(
        (line) =>
          new Paragraph({
            alignment: aligned[align],
            children: [run(word, line, { ...looks.cell, bold: strong })],
          }),
      ),
    })
  const row = (texts: readonly string[], strong: boolean, head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map(({ align = 'left' }, index) =>
        cell(texts[index] ?? '', index, head ? 'center' : align, strong),
      ),
    })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
        true,
      ),
      ...rows.map((texts, index) => row(texts, sum && index === rows.length - 1, false)),
    ],
  })
}

export async function writeDocument(title: string, blocks: readonly Block[]): Promise<Uint8Array> {
  // Loaded when a file is asked for: starting the function must not wait for it.
  const word = await import('docx')
  const { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } = word
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 24 })],
      }),
    ],
  })
  const document = new Document({
    title: plainText(title),
    creator: '窗口考评',
    styles: {
      // Headings are black, as in an official paper; their size stands at their text.
      default: { heading1: { run: { color: '000000' } }, heading2: { run: { color: '000000' } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { left: PAGE.side, right: PAGE.side, top: PAGE.top, bottom: PAGE.top },
          },
        },
        footers: { default: footer },
        children: blocks.flatMap((block): (Word.Paragraph | Word.Table)[] =>
          block.kind === 'table' ? [table(word, block)] : paragraphs(word, block),
        ),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
