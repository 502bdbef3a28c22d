import type { Place } from '../../../kernel/directory.ts'
import type { CategoryLeaf } from '../categories.ts'
import { departments } from '../departments.ts'
import { type DemoDutyItem, dutyItems } from '../duty-items.ts'
import { pick, type Random } from '../random.ts'
import { demoUnits } from '../units.ts'

/** A duty item as it stands in the city's list. */
export type ListedItem = { readonly id: string; readonly item: DemoDutyItem }

/** What an appeal is by the duty list: the item, and whom it names to lead. */
export type Matter = { readonly listed: ListedItem; readonly lead: string }

export type Precedent = { readonly id: string; readonly matter: Matter }

/** The duty list as dispatchers know it, with the units that its words mean. */
export type DutyBook = {
  readonly put: (listed: ListedItem) => void
  readonly idOf: (number: string) => string
  readonly matterOf: (random: Random, leaf: CategoryLeaf, words: string) => Matter
  readonly unitFor: (lead: string, place: Place) => number
  readonly officeFor: (item: DemoDutyItem, place: Place) => number | undefined
  /** The street's office that has a block of duties. */
  readonly officeOf: (block: string, place: Place) => number | undefined
  readonly communityFor: (place: Place) => number | undefined
  readonly nameOf: (unit: number) => string
  /** Rulings that stand, by category and district. */
  readonly precedents: Map<string, Precedent>
}

export function dutyBook(): DutyBook {
  const listed = new Map<string, ListedItem>()
  const byLeaf = new Map<string, DemoDutyItem[]>()
  for (const item of dutyItems)
    for (const leaf of item.categories) byLeaf.set(leaf, [...(byLeaf.get(leaf) ?? []), item])
  const units = unitsByWord()
  const listedAs = (item: DemoDutyItem) => {
    const found = listed.get(item.number)
    if (found === undefined) throw new Error(`item ${item.number} is not listed`)
    return found
  }
  return {
    put: (one) => listed.set(one.item.number, one),
    idOf: (number) => {
      const found = listed.get(number)
      if (found === undefined) throw new Error(`item ${number} is not listed`)
      return found.id
    },
    matterOf: (random, leaf, words) => {
      const items = byLeaf.get(leaf.code) ?? dutyItems.slice(0, 1)
      const best = Math.max(...items.map((item) => hits(item, words)))
      const item = pick(
        random,
        items.filter((one) => hits(one, words) === best),
      )
      return { listed: listedAs(item), lead: item.lead }
    },
    unitFor: (lead, place) => {
      const found =
        units.get(`${lead}|${lead === 'street' ? place.street : place.district}`) ??
        units.get(`${lead}|${place.city}`)
      if (found === undefined) throw new Error(`nobody is ${lead} at ${place.street}`)
      return found
    },
    officeFor: (item, place) => units.get(`${item.office}|${place.street}`),
    officeOf: (block, place) => units.get(`${block}|${place.street}`),
    communityFor: (place) => units.get(`community|${place.community}`),
    nameOf: (unit) => names.get(unit) ?? '',
    precedents: new Map(),
  }
}

/** Another unit than the right one, such as a dispatcher in haste might choose. */
export function wrongLead(random: Random, right: string): string {
  if (right !== 'street' && random() < 0.6) return 'street'
  return pick(
    random,
    departments
      .filter(({ key, urbanName }) => key !== right && urbanName !== undefined)
      .map(({ key }) => key),
  )
}

const all = demoUnits()
const names = new Map(all.map((unit) => [unit.id, unit.name]))

function hits(item: DemoDutyItem, words: string): number {
  return item.keywords.filter((keyword) => words.includes(keyword)).length
}

function unitsByWord(): ReadonlyMap<string, number> {
  const entries = all.flatMap((unit): (readonly [string, number])[] => {
    if (unit.type === 'street-office')
      return (unit.domains ?? []).map((domain) => [`${domain}|${unit.area}`, unit.id])
    return [[`${unit.department ?? unit.type}|${unit.area}`, unit.id]]
  })
  return new Map(entries)
}
