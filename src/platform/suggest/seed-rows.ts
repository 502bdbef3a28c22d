import { titledText } from './features.ts'
import type { LabelledText } from './suggester.ts'

/** What a declared list (the duty list, a category tree) says of a label in its own words. */
export type SeedItem = {
  readonly label: string
  readonly name: string
  readonly keywords: readonly string[]
  readonly weight?: number
}

/**
 * Rows to train from where no case has been decided yet, and beside decided ones: an item speaks
 * as a row whose title is its name and whose text is its keywords. Each counts as half a case, so
 * that a handful of decided cases outweighs what the list expected.
 */
export function seedRows(items: Iterable<SeedItem>): readonly LabelledText[] {
  return Array.from(items, ({ label, name, keywords, weight = 0.5 }) => ({
    text: titledText(name, keywords.join('\n')),
    label,
    weight,
    keywords,
  }))
}
