import { type Fields, keepOf, type Value, type Values } from './field.ts'
import type { Instant } from './time.ts'

export type Content = { readonly id: string; readonly field: string; readonly text: string }

export type Split = {
  readonly input: Values
  /** The words behind the references of the input, by field. */
  readonly words: Readonly<Record<string, string>>
  readonly contents: readonly Content[]
  readonly apart: Values
}

type SplitTools = {
  readonly at: Instant
  readonly nextId: (at: Instant) => string
  readonly digest?: (text: string) => string
}

/** Words are kept beside the input, which holds only their reference; what is counted apart is in
 *  neither. */
export function splitData(
  fields: Fields,
  data: Readonly<Record<string, Value>>,
  { at, nextId, digest }: SplitTools,
): Split {
  const input: Record<string, Value> = {}
  const words: Record<string, string> = {}
  const contents: Content[] = []
  const apart: Record<string, Value> = {}
  for (const [name, value] of Object.entries(data)) {
    const field = fields[name]
    if (field === undefined) continue
    if (keepOf(field) === 'apart') {
      if (value !== null && value !== '') apart[name] = value
    } else if (value === null || value === '') input[name] = null
    else if (keepOf(field) === 'content' && typeof value === 'string') {
      const id = nextId(at)
      contents.push({ id, field: name, text: value })
      words[name] = value
      input[name] = { content: id, digest: digest?.(value) ?? '' }
    } else input[name] = value
  }
  return { input, words, contents, apart }
}
