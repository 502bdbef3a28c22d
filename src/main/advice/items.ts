import type { Place } from '../../kernel/directory.ts'
import { numberOf, textOf } from '../../kernel/field.ts'
import { valuesIn } from '../../platform/store/json.ts'
import type { CityState } from '../../platform/world/city-state.ts'
import { type DutyItem, dutyList, type DutyReads } from './duty-list.ts'
import { isBarred, unitFor } from './responsible.ts'

export type Matter = {
  readonly text: string
  readonly categories: readonly string[]
  readonly place: Place
  readonly complained: number | undefined
}

type Precedent = {
  readonly id: string
  readonly number: string
  readonly lead: number
  readonly item: string
  readonly category: string
}

/** Items of the duty list that fit a matter, each with who is responsible there and why; an item
 *  on which a dispute was ruled comes first. */
export async function itemAdvice(deps: DutyReads, state: CityState, matter: Matter) {
  const [items, precedents] = await Promise.all([
    dutyList(deps, state),
    precedentsFor(deps, state, matter),
  ])
  const fitting = items
    .map((item) => ({ item, fit: fitOf(item, matter), ruled: rulingOn(item, precedents, matter) }))
    .filter(({ fit }) => fit > 0)
    .toSorted(
      (a, b) =>
        Number(b.ruled !== undefined) - Number(a.ruled !== undefined) ||
        b.fit - a.fit ||
        a.item.number.localeCompare(b.item.number, 'zh', { numeric: true }),
    )
  return fitting
    .slice(0, mostItems)
    .map(({ item, ruled }) => itemView(item, { ruled, state, matter }))
}

const mostItems = 6

/** The category counts most; words of the list found in the text break ties. */
function fitOf(item: DutyItem, { text, categories }: Matter): number {
  const rank = categories.findIndex((category) => item.categories.includes(category))
  const words = item.keywords.filter((word) => text.includes(word)).length
  const byCategory = rank < 0 ? 0 : 10 - Math.min(rank, 3) * 2
  return byCategory + (byCategory > 0 || words >= 2 ? words : 0)
}

function rulingOn(
  item: DutyItem,
  precedents: readonly Precedent[],
  { categories }: Matter,
): Precedent | undefined {
  return precedents.find(
    (one) => one.item === item.id && (one.category === '' || categories[0] === one.category),
  )
}

function itemView(
  item: DutyItem,
  { ruled, state, matter }: { ruled: Precedent | undefined; state: CityState; matter: Matter },
) {
  const { directory } = state.world
  const named = (unit: { id: number; name: string } | undefined) =>
    unit === undefined ? null : { id: unit.id, name: unit.name }
  const lead =
    ruled === undefined
      ? unitFor(directory, item.lead, matter.place)
      : directory.units.get(ruled.lead)
  const typeLabel = typeLabels[item.type] ?? item.type
  const who = lead === undefined ? wordFor(item.lead) : lead.name
  const barred = lead !== undefined && isBarred(directory, lead.id, matter.complained)
  return {
    id: item.id,
    number: item.number,
    name: item.name,
    type: item.type,
    typeLabel,
    block: item.block,
    lead: named(lead),
    cooperating: item.cooperating.flatMap(
      (word) => named(unitFor(directory, word, matter.place)) ?? [],
    ),
    basis: item.basis,
    reason: `履职清单 ${item.number}：${typeLabel}事项，${item.type === 'withdrawn' ? '收回部门' : '牵头'}：${who}`,
    forbidden: barred
      ? '牵头单位就是被反映的单位，不能派给它'
      : item.type === 'withdrawn'
        ? '该事项已由上级部门收回，不能派给街道'
        : undefined,
    precedent:
      ruled === undefined
        ? undefined
        : { id: ruled.id, number: ruled.number, says: `按裁定 ${ruled.number} 由 ${who} 主办` },
  }
}

const typeLabels: Readonly<Record<string, string>> = {
  basic: '基本履职',
  cooperate: '配合履职',
  withdrawn: '上级收回',
}

function wordFor(word: string): string {
  return word === 'street' ? '街道' : word
}

/** Rulings in force of the same category in the district: what was decided once stands. */
async function precedentsFor(
  deps: DutyReads,
  state: CityState,
  { categories, place }: Matter,
): Promise<readonly Precedent[]> {
  if (categories.length === 0) return []
  const all = deps.db.read
    .selectFrom('record')
    .select(['id', 'number', 'fields'])
    .where('city', '=', state.city)
    .where('kind', '=', 'return-ruling')
    .where('k1', 'in', [...categories])
    .where('state', '=', 'inForce')
  const here = place.district === undefined ? all : all.where('district', '=', place.district)
  const rows = await here.orderBy('opened_at', 'desc').limit(50).execute()
  return rows.map((row) => {
    const values = valuesIn(row.fields)
    return {
      id: row.id,
      number: row.number,
      lead: numberOf(values, 'lead') ?? 0,
      item: textOf(values, 'dutyItem') ?? '',
      category: textOf(values, 'category') ?? '',
    }
  })
}
