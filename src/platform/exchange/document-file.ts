import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { DocumentBlock, OfficialDocument } from '../../kernel/document.ts'
import { cjkNumber } from './cjk-number.ts'
import { face, indent, linePitch, page, size, spacing } from './document-layout.ts'

/**
 * A document laid out as official documents are: 22 lines of 28 characters a page, headings counted
 * 一、（一）1.（1）in their own faces, page numbers between dashes, odd ones right and even ones left.
 */
export function documentFile(given: OfficialDocument): Promise<Buffer> {
  const grid = { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace: 0 }
  const file = new Document({
    creator: '同心',
    title: given.heading,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: face.words, size: size.three } } } },
    sections: [
      {
        properties: { page, grid },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children: [title(given.heading), ...numbered(given.blocks), ...signature(given.signed)],
      },
    ],
  })
  return Packer.toBuffer(file)
}

function title(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: linePitch * 1.2, after: linePitch },
    children: [new TextRun({ text, font: face.title, size: size.two })],
  })
}

/** Headings are counted anew below each heading of the level above. */
function numbered(blocks: readonly DocumentBlock[]): readonly (Paragraph | Table)[] {
  const counts = [0, 0, 0, 0]
  return blocks.flatMap((block): readonly (Paragraph | Table)[] => {
    if (block.is === 'table') return [tableOf(block)]
    if (block.is === 'words') return block.text.split('\n').filter(isSaid).map(words)
    const at = block.level - 1
    counts.fill(0, at + 1)
    counts[at] = (counts[at] ?? 0) + 1
    return [headingOf(block, counts[at] ?? 1)]
  })
}

function isSaid(line: string): boolean {
  return line.trim() !== ''
}

function words(text: string): Paragraph {
  return new Paragraph({ spacing, indent, children: [new TextRun({ text: text.trim() })] })
}

type Heading = Extract<DocumentBlock, { is: 'heading' }>

function headingOf({ level, text }: Heading, n: number): Paragraph {
  const font = level === 1 ? face.first : level === 2 ? face.second : face.words
  const sign = [`${cjkNumber(n)}、`, `（${cjkNumber(n)}）`, `${n}. `, `（${n}）`][level - 1] ?? ''
  const run = new TextRun({ text: `${sign}${text}`, font, bold: level === 3 })
  return new Paragraph({
    spacing,
    indent,
    keepNext: true,
    outlineLevel: level - 1,
    children: [run],
  })
}

function tableOf({ columns, rows }: Extract<DocumentBlock, { is: 'table' }>): Table {
  const row = (cells: readonly string[], font: object, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text) => cell(text, font)),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(columns, face.first, true), ...rows.map((one) => row(one, face.words, false))],
  })
}

function cell(text: string, font: object): TableCell {
  const lines = text.split('\n')
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    children: lines.map(
      (one) => new Paragraph({ children: [new TextRun({ text: one, font, size: size.four })] }),
    ),
  })
}

/** The signing unit and the date, right aligned four characters in. */
function signature(signed: OfficialDocument['signed']): readonly Paragraph[] {
  if (signed === undefined) return []
  const right = { alignment: AlignmentType.RIGHT, spacing, indent: { right: 4 * 16 * 20 } }
  const blank = new Paragraph({ spacing, children: [] })
  return [
    blank,
    blank,
    ...[signed.unit, signed.day].map(
      (text) => new Paragraph({ ...right, keepNext: true, children: [new TextRun({ text })] }),
    ),
  ]
}

function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const text = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: face.number,
    size: size.four,
  })
  const side = alignment === AlignmentType.LEFT ? { left: 280 } : { right: 280 }
  return new Footer({ children: [new Paragraph({ alignment, indent: side, children: [text] })] })
}
