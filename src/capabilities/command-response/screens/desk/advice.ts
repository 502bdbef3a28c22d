/** What `/api/advice/appeal` says of an appeal being written or waiting: nothing of it decides. */
export type Advice = {
  readonly categories: readonly CategoryAdvice[]
  readonly duplicates: readonly DuplicateAdvice[]
  readonly items: readonly ItemAdvice[]
  readonly units: readonly UnitAdvice[]
  readonly limit: LimitAdvice | null
}

export type CategoryAdvice = {
  readonly value: string
  readonly label: string
  readonly share: number
  readonly because: readonly string[]
}

export type DuplicateAdvice = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly likeness: number
  readonly state: string
  readonly stateLabel: string
  readonly openedAt: string
  readonly place: string
}

export type ItemAdvice = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly type: string
  readonly typeLabel: string
  readonly block: string
  readonly lead: UnitName | null
  readonly cooperating: readonly UnitName[]
  readonly basis: string
  readonly reason: string
  readonly forbidden?: string
  readonly precedent?: { readonly id: string; readonly number: string; readonly says: string }
}

export type UnitAdvice = UnitName & { readonly reason: string; readonly share: number }
export type UnitName = { readonly id: number; readonly name: string }

export type LimitAdvice = {
  readonly class: string
  readonly label: string
  readonly limitText: string
  readonly due: string
  readonly explain: readonly string[]
}

/** Keys 1 to 9 stand for fixed places, so that a hand that knows them is never led astray by
 *  a longer or shorter list: three categories, three items of the duty list, three units. */
export const slotsPerSort = 3
export const firstKey = { category: 1, item: 4, unit: 7 } as const

export type Suggested =
  | { readonly sort: 'category'; readonly category: CategoryAdvice }
  | { readonly sort: 'item'; readonly item: ItemAdvice }
  | { readonly sort: 'unit'; readonly unit: UnitAdvice }

/** The categories worth showing: one that next to nothing speaks for only takes up a key. */
export function likelyCategories(advice: Advice): readonly CategoryAdvice[] {
  return advice.categories.filter(({ share }) => share >= leastShare).slice(0, slotsPerSort)
}

const leastShare = 0.01

/** What a key stands for now; nothing where its place is empty. */
export function suggestedBy(key: number, advice: Advice): Suggested | undefined {
  const category = likelyCategories(advice)[key - firstKey.category]
  if (category !== undefined) return { sort: 'category', category }
  const item = advice.items.slice(0, slotsPerSort)[key - firstKey.item]
  if (item !== undefined) return { sort: 'item', item }
  const unit = advice.units.slice(0, slotsPerSort)[key - firstKey.unit]
  return unit === undefined ? undefined : { sort: 'unit', unit }
}
