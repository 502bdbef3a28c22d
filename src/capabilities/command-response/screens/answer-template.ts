export type AnswerTemplate = {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly own: boolean
}

/** The parts of a template that a person has still to say: `{处理结果}`. */
export function blanksIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]+)\}/gu)].map(([, name = '']) => name)
}

/** A template laid into an answer: what was written by hand stays, the template comes after it. */
export function withTemplate(written: string, template: string): string {
  const before = written.trimEnd()
  return before === '' ? template : `${before}\n${template}`
}
