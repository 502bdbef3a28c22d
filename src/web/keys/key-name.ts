export type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  readonly defaultPrevented: boolean
  /** Whether the key goes into something typed: a field, a list being searched. */
  readonly typing: boolean
  /** Whether it falls on something that the Enter key itself works. */
  readonly onControl: boolean
}

/**
 * The name of a key press as shortcuts are declared: 'j', '?', 'Enter', 'ctrl+k'.
 *
 * ⌘ counts as ctrl. Nothing is named while words are typed or an input method composes, or plain
 * typing would sign records.
 */
export function keyName(press: KeyPress): string | undefined {
  if (press.isComposing || press.defaultPrevented || press.altKey) return undefined
  const chord = press.ctrlKey || press.metaKey
  if (press.typing && !chord) return undefined
  if (press.onControl && !chord && (press.key === 'Enter' || press.key === ' ')) return undefined
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  return chord ? `ctrl+${key}` : key
}
