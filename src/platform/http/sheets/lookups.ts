import { dayOf } from '../../../kernel/time.ts'
import type { Line } from '../../exchange/read-sheet.ts'
import { reached } from '../../store/faults.ts'
import { loadRecords } from '../../store/load.ts'
import { moment } from '../../world/sql-moment.ts'
import { isSeen } from '../sight.ts'
import type { SheetAt } from './at.ts'
import { cellAt, type PlacedColumn } from './columns.ts'
import { kindsNamed, type Lookups, numberNamed } from './read-cell.ts'

type Read = { readonly columns: readonly PlacedColumn[]; readonly lines: readonly Line[] }

/** What the cells of a sheet may name, loaded at once and not row by row. */
export async function loadLookups(at: SheetAt, read: Read): Promise<Lookups> {
  const [records, posts] = await Promise.all([namedRecords(at, read), heldNow(at, read)])
  return { state: at.state, today: dayOf(at.deps.now()), records, posts }
}

/** Only records that whoever brings the sheet may see; to them the others are not there. */
async function namedRecords(at: SheetAt, { columns, lines }: Read): Promise<Lookups['records']> {
  const found = new Map<string, string>()
  for (const { field, place } of columns) {
    if (field.type !== 'record') continue
    const numbers = new Set(
      lines.flatMap(({ cells }) => {
        const cell = cellAt(cells, place)
        return cell === undefined ? [] : [numberNamed(String(cell))]
      }),
    )
    for (const kind of kindsNamed(field))
      for (const part of partsOf([...numbers]))
        for (const [number, id] of await seenOf(at, kind, part)) found.set(`${kind}/${number}`, id)
  }
  return found
}

async function seenOf(at: SheetAt, kindName: string, numbers: readonly string[]) {
  const { deps, state, actor } = at
  const kind = deps.registry.get(kindName)
  if (kind === undefined) return []
  const lying = (table: 'record' | 'archive') =>
    deps.db.read
      .selectFrom(table)
      .select('id')
      .where('city', '=', state.city)
      .where('kind', '=', kindName)
      .where('number', 'in', [...numbers])
  const all = kind.archives === true ? lying('record').unionAll(lying('archive')) : lying('record')
  const rows = await reached(() => all.execute())
  const ids = rows.map(({ id }) => id)
  const loaded = await loadRecords(deps.db, state.city, ids)
  return [...loaded.values()].flatMap(({ record }) =>
    isSeen(kind, { world: state.world, record, actor })
      ? [[record.number, record.id] as const]
      : [],
  )
}

const atOnce = 1_000

function partsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, part) =>
    all.slice(part * atOnce, (part + 1) * atOnce),
  )
}

/** Holders of posts by name, and by name and unit. */
async function heldNow({ deps, state }: SheetAt, { columns }: Read): Promise<Lookups['posts']> {
  if (!columns.some(({ field }) => field.type === 'post')) return new Map()
  const now = deps.now()
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('post')
      .innerJoin('person', (join) =>
        join.onRef('person.city', '=', 'post.city').onRef('person.id', '=', 'post.person'),
      )
      .select(['post.id', 'post.unit', 'person.name'])
      .where('post.city', '=', state.city)
      .where('post.valid_from', '<=', moment(now))
      .where((eb) =>
        eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>', moment(now))]),
      )
      .execute(),
  )
  const named = new Map<string, string[]>()
  const { units } = state.world.directory
  for (const { id, unit, name } of rows)
    for (const words of [name, `${name}·${units.get(unit)?.name ?? unit}`]) {
      const plain = words.replaceAll(/\s/gu, '')
      named.set(plain, [...(named.get(plain) ?? []), id])
    }
  return named
}
