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

/** A template laid into an answer of a unit: what was written by hand stays, the template comes
 *  after it, and the unit need not write its own name. */
export function withTemplate(written: string, template: string, unit: string): string {
  const before = written.trimEnd()
  const words = template.replaceAll('{办理单位}', unit)
  return before === '' ? words : `${before}\n${words}`
}
