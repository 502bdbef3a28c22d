import { flagIn, listIn, objectIn, textIn } from '../net/read.ts'

/** What a slip opens. */
export type Sheet = {
  readonly title: string
  readonly label: string
  readonly lines: readonly Line[]
  readonly demo: boolean
}

export type Line = {
  readonly key: string
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

export type Answers = Readonly<Record<string, string>>

export function sheetIn(body: unknown): Sheet {
  const from = objectIn(body)
  return {
    title: textIn(from, 'title'),
    label: textIn(from, 'label'),
    lines: listIn(from['lines']).map((line) => ({
      key: textIn(line, 'key'),
      label: textIn(line, 'label'),
      choices: listIn(line['choices']).map((choice) => ({
        value: textIn(choice, 'value'),
        label: textIn(choice, 'label'),
      })),
    })),
    demo: flagIn(from, 'demo'),
  }
}

/** Lines without a choice, as sentences by their key. */
export function openLines({ lines }: Sheet, answers: Answers): Answers {
  return Object.fromEntries(
    lines
      .filter(({ key }) => answers[key] === undefined)
      .map(({ key, label }) => [key, `还没有选：${label}`]),
  )
}

/** What is about to be cast, line by line, to be read once more. */
export function chosen(
  { lines }: Sheet,
  answers: Answers,
): readonly { readonly key: string; readonly label: string; readonly choice: string }[] {
  return lines.map(({ key, label, choices }) => ({
    key,
    label,
    choice: choices.find(({ value }) => value === answers[key])?.label ?? '',
  }))
}
