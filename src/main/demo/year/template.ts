/** A text with places for what differs from copy to copy. */
export type Template = { readonly texts: readonly string[]; readonly slots: readonly number[] }

export function filled({ texts, slots }: Template, values: readonly string[]): string {
  let text = texts[0] ?? ''
  for (let at = 0; at < slots.length; at += 1)
    text += (values[slots[at] ?? 0] ?? '') + (texts[at + 1] ?? '')
  return text
}

/** Names the place for a pair of differing words, or none when they must not differ so. */
export type Slotting = (one: string, other: string) => number | 'same' | undefined

const words =
  /§[a-z]:[^§]*§|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|\b1\d{12}\b/g

/** The template of two texts of one make; nothing when they differ where none may. */
export function templateOf(one: string, other: string, slotting: Slotting): Template | undefined {
  const others = [...other.matchAll(words)]
  const texts: string[] = []
  const slots: number[] = []
  let text = ''
  let [from, otherFrom] = [0, 0]
  for (const [place, match] of [...one.matchAll(words)].entries()) {
    const twin = others[place]
    if (twin === undefined) return undefined
    const before = one.slice(from, match.index)
    if (before !== other.slice(otherFrom, twin.index)) return undefined
    text += before
    from = match.index + match[0].length
    otherFrom = twin.index + twin[0].length
    const slot = slotting(match[0], twin[0])
    if (slot === undefined) return undefined
    if (slot === 'same') text += match[0]
    else {
      texts.push(text)
      slots.push(slot)
      text = ''
    }
  }
  const rest = one.slice(from)
  if (rest !== other.slice(otherFrom)) return undefined
  return { texts: [...texts, text + rest], slots }
}
