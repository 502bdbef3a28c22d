import { textOf, type Value, type Values } from '../field.ts'
import type { Day } from '../time.ts'

/** An item as a list shows it. */
export type ListItem = { readonly id: string; readonly fields: Values }

export type AmendedItem = {
  readonly before: ListItem
  readonly after: ListItem
  readonly fields: readonly {
    readonly name: string
    readonly before: Value
    readonly after: Value
  }[]
}

export type Difference = {
  readonly added: readonly ListItem[]
  readonly amended: readonly AmendedItem[]
  readonly removed: readonly ListItem[]
}

/** What changed between a list as it stood and as it stands: an item is the same one when it is the
 *  same record, was replaced by the other, or has the same number. */
export function differenceOf(
  before: readonly ListItem[],
  after: readonly ListItem[],
  { key, names }: { readonly key: string; readonly names: readonly string[] },
): Difference {
  const left = new Map(before.map((item) => [item.id, item]))
  const added: ListItem[] = []
  const amended: AmendedItem[] = []
  const byKey = new Map(before.map((item) => [textOf(item.fields, key) ?? item.id, item.id]))
  for (const item of after) {
    const { id, fields } = item
    const same = [id, textOf(fields, 'replaces'), byKey.get(textOf(fields, key) ?? '')]
    const was = same.flatMap((one) => left.get(one ?? '') ?? [])[0]
    if (was === undefined) {
      added.push(item)
      continue
    }
    left.delete(was.id)
    const changed = names.flatMap((name) => {
      const [one, other] = [was.fields[name] ?? null, fields[name] ?? null]
      return isSame(one, other) ? [] : [{ name, before: one, after: other }]
    })
    if (changed.length > 0) amended.push({ before: was, after: item, fields: changed })
  }
  return { added, amended, removed: [...left.values()] }
}

/** The items that stood in a list at the end of a day. */
export function listOn(items: readonly ListItem[], day: Day): readonly ListItem[] {
  return items.filter(({ fields }) => {
    const [begins, ended] = [textOf(fields, 'begins'), textOf(fields, 'ended')]
    return begins !== undefined && begins <= day && (ended === undefined || ended > day)
  })
}

function isSame(one: Value, other: Value): boolean {
  const empty = (value: Value) => (Array.isArray(value) && value.length === 0 ? null : value)
  return JSON.stringify(empty(one)) === JSON.stringify(empty(other))
}
