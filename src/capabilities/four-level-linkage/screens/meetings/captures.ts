/** A decision as it was typed, kept on this machine until the server has it. */
export type Capture = { readonly ask: string; readonly words: string }

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const PREFIX = 'tongxin:captures:'

export function captureKey(person: string, meeting: string): string {
  return `${PREFIX}${person}:${meeting}`
}

export function readCaptures(store: Store, key: string): readonly Capture[] {
  try {
    const found: unknown = JSON.parse(store.getItem(key) ?? '[]')
    return Array.isArray(found) ? found.filter(isCapture) : []
  } catch {
    return []
  }
}

export function keepCaptures(store: Store, key: string, captures: readonly Capture[]): void {
  if (captures.length === 0) store.removeItem(key)
  else store.setItem(key, JSON.stringify(captures))
}

function isCapture(value: unknown): value is Capture {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ask' in value &&
    typeof value.ask === 'string' &&
    'words' in value &&
    typeof value.words === 'string'
  )
}
