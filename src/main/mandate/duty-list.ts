import { differenceOf, listOn } from '../../kernel/patterns/list-difference.ts'
import { type Field, isGiven, textOf, type Values } from '../../kernel/field.ts'
import { addDays, dayOf, yearOf } from '../../kernel/time.ts'
import { invalid } from '../../platform/http/errors.ts'
import { readable } from '../../platform/http/readable.ts'
import { nothingKnown } from '../../platform/http/record-row.ts'
import { type KindRow, type MandateAt, rowsOf } from './rows.ts'

const kind = 'duty-item'
const list = 'street-duty'

/** The list as it stands: its blocks by sort of item, its versions, and the items cited most. */
export async function dutyListView(at: MandateAt) {
  const [items, versions] = await Promise.all([
    rowsOf(at, kind, ['inForce']),
    rowsOf(at, 'list-version'),
  ])
  const used = await usage(at, items)
  const blocks = Map.groupBy(items, ({ fields }) => textOf(fields, 'block') ?? '')
  return {
    total: items.length,
    blocks: [...blocks].map(([block, those]) => ({
      block,
      basic: countOf(those, 'basic'),
      cooperate: countOf(those, 'cooperate'),
      withdrawn: countOf(those, 'withdrawn'),
    })),
    versions: versions
      .filter(({ fields }) => textOf(fields, 'list') === list)
      .map(({ id, title, state, stateLabel, fields }) => ({
        id,
        name: title,
        state,
        stateLabel,
        documentNumber: textOf(fields, 'documentNumber'),
        publishedOn: textOf(fields, 'publishedOn'),
      })),
    cited: items
      .map(({ id, title, fields }) => ({
        id,
        name: title,
        number: textOf(fields, 'number') ?? '',
        times: used.get(id) ?? 0,
      }))
      .filter(({ times }) => times > 0)
      .toSorted((a, b) => b.times - a.times || a.number.localeCompare(b.number))
      .slice(0, 5),
  }
}

function countOf(items: readonly KindRow[], type: string): number {
  return items.filter(({ fields }) => textOf(fields, 'type') === type).length
}

/** How many records cite each item. */
async function usage(
  { deps, state }: MandateAt,
  items: readonly KindRow[],
): Promise<ReadonlyMap<string, number>> {
  if (items.length === 0) return new Map()
  const rows = await deps.db.read
    .selectFrom('link')
    .innerJoin('record as citing', (join) =>
      join.onRef('citing.id', '=', 'link.from_id').onRef('citing.city', '=', 'link.city'),
    )
    .select('link.to_id')
    .select(({ fn }) => fn.count<string>('link.from_id').distinct().as('times'))
    .where('link.city', '=', state.city)
    .where(
      'link.to_id',
      'in',
      items.map(({ id }) => id),
    )
    .where('citing.kind', '!=', kind)
    .groupBy('link.to_id')
    .execute()
  return new Map(rows.map((row) => [row.to_id, Number(row.times)]))
}

/** What a version changes: of one that was published, between the day before and its own day; of one
 *  in the making, against the list as it stands. */
export async function differenceView(at: MandateAt, version: string) {
  const [items, versions] = await Promise.all([rowsOf(at, kind), rowsOf(at, 'list-version')])
  const found = versions.find(({ id }) => id === version)
  if (found === undefined) throw invalid('没有这个清单版本')
  const day = textOf(found.fields, 'publishedOn')
  const drafts = items.filter(
    ({ state, fields }) => state === 'draft' && textOf(fields, 'version') === version,
  )
  const now = listOn(items, dayOf(at.now))
  const [before, after] =
    day === undefined
      ? [now, withDrafts(now, drafts)]
      : [listOn(items, addDays(day, -1)), listOn(items, day)]
  const fields = at.deps.registry.get(kind)?.fields ?? {}
  const names = ['number', 'name', 'block', 'type', 'lead', 'cooperating', 'basis']
  const told = differenceOf(before, after, { key: 'number', names })
  const text = textsOf(at, fields)
  const item = ({ id, fields: own }: { readonly id: string; readonly fields: Values }) => ({
    id,
    number: textOf(own, 'number') ?? '',
    name: textOf(own, 'name') ?? '',
    block: text('block', own['block'] ?? null),
    reason: drafts.find(({ fields: one }) => one['replaces'] === id)?.fields['endReason'] ?? null,
  })
  return {
    id: version,
    name: found.title,
    stateLabel: found.stateLabel,
    added: told.added.map(item),
    removed: told.removed.map(item),
    amended: told.amended.map(({ before: was, after: is, fields: changed }) => ({
      ...item(is),
      was: item(was),
      fields: changed.map((one) => ({
        label: fields[one.name]?.label ?? one.name,
        before: text(one.name, one.before),
        after: text(one.name, one.after),
      })),
    })),
  }
}

function withDrafts(
  now: ReturnType<typeof listOn>,
  drafts: readonly KindRow[],
): ReturnType<typeof listOn> {
  const replaced = new Set(drafts.map(({ fields }) => textOf(fields, 'replaces')))
  const coming = drafts.filter(({ fields }) => textOf(fields, 'change') !== 'end')
  return [...now.filter(({ id }) => !replaced.has(id)), ...coming]
}

function textsOf({ state, now }: MandateAt, fields: Readonly<Record<string, Field>>) {
  const known = { ...nothingKnown, state, year: yearOf(dayOf(now)) }
  return (name: string, value: Values[string]) => {
    const field = fields[name]
    return field === undefined || !isGiven(value) ? '' : readable(field, value, known)
  }
}
