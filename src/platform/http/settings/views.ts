import type { Kind } from '../../../kernel/kind.ts'
import { neighbourList } from '../../courier/neighbours.ts'
import { wordsIn } from '../wire.ts'
import { areas } from './areas.ts'
import { listLabel, listSection } from './lists.ts'
import { mayChangeIn, type Row, type Section, type SettingsAt } from './section.ts'
import { units } from './units.ts'

/** One page of a table of the settings, with what a page needs to draw it. */
export async function sectionView(
  at: SettingsAt,
  section: Section,
  query: Readonly<Record<string, string | undefined>>,
) {
  const q = (query['q'] ?? '').trim()
  const tree = section === units || section === areas
  const size = Math.min(500, Number(query['limit'] ?? 100) || 100)
  const start = Number(query['cursor'] ?? 0) || 0
  const all = (await section.rows(at)).filter((row) =>
    q !== ''
      ? Object.values(row.text).some((words) => words.includes(q)) || row.id === q
      : !tree || query['all'] === '1' || (row.parent ?? '') === (query['parent'] ?? ''),
  )
  return {
    what: section.name,
    label: section.label,
    fields: Object.entries(section.fields).map(([name, field]) => ({ name, ...field })),
    columns: section.columns,
    heads: section.heads,
    rows: all.slice(start, start + size),
    next: start + size < all.length ? String(start + size) : undefined,
    total: all.length,
    mayChange: mayChangeIn(at, section),
    sheet: section.sheet !== false,
  }
}

/** The lists of choices, one line each. */
export function listOfLists({ deps, state, isCity }: SettingsAt) {
  const all = [...Object.keys(state.lists), ...chosenLists(deps.registry.values())]
  // Neighbouring cities have a table of their own.
  const names = new Set(all.filter((name) => name !== neighbourList))
  return {
    what: 'lists',
    label: '选项清单',
    fields: [
      { name: 'label', type: 'text', label: '清单' },
      { name: 'count', type: 'number', label: '项数' },
    ],
    columns: ['label', 'count'],
    rows: [...names].map((id) => {
      const count = state.lists[id]?.length ?? 0
      return {
        id,
        values: { label: listLabel(id), count },
        text: { label: listLabel(id), count: String(count) },
      }
    }),
    total: names.size,
    mayChange: isCity,
    sheet: false,
  }
}

/** Lists that some kind chooses from, also while they are empty. */
function* chosenLists(kinds: Iterable<Kind>): Generator<string> {
  for (const kind of kinds)
    for (const { options } of Object.values(kind.fields))
      if (typeof options === 'string') yield options
}

/** One list with all its choices. */
export async function oneList(at: SettingsAt, name: string) {
  const section = listSection(name)
  const items = await section.rows(at)
  return {
    id: name,
    values: { label: section.label, count: items.length },
    text: { label: section.label, count: String(items.length) },
    fields: Object.entries(section.fields).map(([own, field]) => ({ name: own, ...field })),
    columns: section.columns,
    items,
    mayChange: at.isCity,
    history: [],
  }
}

/** Cells that come back as the same values: ids and codes where a name would be ambiguous. */
export function cellsOf(section: Section, row: Row): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(section.fields).map(([name, { type }]) => {
      const value = row.values[name]
      const asId = type === 'unit' || type === 'area' || type === 'record' || type === 'number'
      const words = row.text[name] ?? ''
      return [name, asId ? wordsIn(value) : words]
    }),
  )
}
