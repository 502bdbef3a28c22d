import type { RecordView } from '../../../../web/api/record-view.ts'

/** Characters as the limit counts them: blanks and line ends are free. */
export function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + [...text.replaceAll(/\s/gu, '')].length, 0)
}

/** A piece of evidence put into a text where the caret stands, on a line of its own. */
export function inserted(
  text: string,
  caret: number,
  piece: string,
): { readonly text: string; readonly caret: number } {
  const at = Math.min(Math.max(caret, 0), text.length)
  const before = text.slice(0, at)
  const after = text.slice(at)
  const lead = before === '' || before.endsWith('\n') ? '' : '\n'
  const tail = after === '' || after.startsWith('\n') ? '' : '\n'
  const put = `${before}${lead}${piece}`
  return { text: `${put}${tail}${after}`, caret: put.length }
}

/** What the year's records say for a section: figures first, then a line for each record. */
export function evidenceOf(section: RecordView): readonly string[] {
  const figures = ['told1', 'told2', 'told3'].flatMap((name) => textOf(section, name) ?? [])
  const lines = (textOf(section, 'evidence') ?? '')
    .split('\n')
    .map((line) => line.replace(/^\d+\. /u, '').trim())
    .filter((line) => line !== '')
  return [...figures, ...lines]
}

/** Sections that keep the report from being handed in. */
export function missingOf(sections: readonly RecordView[]): readonly RecordView[] {
  return sections.filter(
    (section) =>
      section.record.state === 'empty' &&
      ['first', 'must'].some((weight) => valueOf(section, 'weight') === weight),
  )
}

export function inOrder(sections: readonly RecordView[]): readonly RecordView[] {
  return sections.toSorted((a, b) => numberOf(a, 'rank') - numberOf(b, 'rank'))
}

export function numberOf(view: RecordView, name: string): number {
  return Number(valueOf(view, name) ?? 0)
}

export function textOf({ fields }: RecordView, name: string): string | undefined {
  const text = fields.find((field) => field.name === name)?.text
  return text === '' ? undefined : text
}

export function valueOf({ fields }: RecordView, name: string): unknown {
  return fields.find((field) => field.name === name)?.value
}
