import type { FormValues } from './values.ts'

export type Draft = {
  /** One id for one intention: sent again after a lost answer, it is done once. */
  readonly ask: string
  readonly values: FormValues
  readonly at: number
}

/** What a form keeps its drafts in; the browser's localStorage, or a map in a test. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'tongxin:draft:'
const KEPT_MS = 3 * 24 * 60 * 60_000

/** Drafts belong to a person: at a shared desk nobody finds what another typed. */
export function draftName(person: string, key: string): string {
  return `${PREFIX}${person}:${key}`
}

export function readDraft(store: DraftStore, name: string): Draft | undefined {
  const text = store.getItem(name)
  if (text === null) return undefined
  try {
    const found: unknown = JSON.parse(text)
    return isDraft(found) ? found : undefined
  } catch {
    return undefined
  }
}

/** A full or forbidden store loses the draft, never the page. */
export function keepDraft(store: DraftStore, name: string, draft: Draft): void {
  try {
    store.setItem(name, JSON.stringify(draft))
  } catch {
    store.removeItem(name)
  }
}

export function dropDraft(store: DraftStore, name: string): void {
  store.removeItem(name)
}

/** Drafts may hold a resident's words and number, so none outlives three days. */
export function dropOldDrafts(store: DraftStore, now: number): void {
  const names = Array.from({ length: store.length }, (_, at) => store.key(at))
  for (const name of names) {
    if (name === null || !name.startsWith(PREFIX)) continue
    const draft = readDraft(store, name)
    if (draft === undefined || now - draft.at > KEPT_MS) store.removeItem(name)
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ask' in value &&
    typeof value.ask === 'string' &&
    'at' in value &&
    typeof value.at === 'number' &&
    'values' in value &&
    typeof value.values === 'object' &&
    value.values !== null
  )
}
