import type { Kind } from '../../kernel/kind.ts'
import type { Person } from '../../kernel/redact.ts'
import { residentFields } from '../../kernel/resident-words.ts'
import { reached } from '../store/faults.ts'
import type { Beside, Words } from '../store/beside.ts'
import { loadPersons, personIn } from './persons.ts'
import { shownTo } from './shown-words.ts'
import type { AskDeps } from './types.ts'

type Reads = Pick<AskDeps, 'registry' | 'keys'> & { readonly db: Pick<AskDeps['db'], 'quick'> }

/** Words with the record they were said in: as they were written, and as they are shown to whoever
 *  may not know who brought it. */
export type Spoken = {
  readonly id: string
  readonly record: string
  readonly clear: string
  readonly shown: string
}

/** The words behind contents as anybody may hear them. Erased ones are left out. */
export async function loadSpoken(
  reads: Reads,
  city: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const all = await loadBoth(reads, city, ids)
  return new Map(all.map(({ id, shown }) => [id, shown]))
}

export async function loadBoth(
  reads: Reads,
  city: number,
  ids: readonly string[],
): Promise<readonly Spoken[]> {
  if (ids.length === 0) return []
  const values = [city, [...new Set(ids)]]
  const rows = await reached(() =>
    reads.db.quick.run<Row>({ name: 'spoken', text: spokenText, values }),
  )
  const told = rows.map((row) => ({ ...row, own: ownFields(reads, row.kind) }))
  const brought = told.flatMap(({ own, record_id: id }) => (own === undefined ? [] : [id]))
  const persons = await loadPersons(reads, city, brought)
  return told.flatMap((row) => spokenOf(reads, row, persons.get(row.record_id) ?? []))
}

/** The words of one record of a kind, which were loaded with who brought it. */
export function spokenIn(
  keys: Reads['keys'],
  kind: Kind,
  { words, persons }: Pick<Beside, 'words' | 'persons'>,
): readonly Spoken[] {
  const own = residentFields(kind)
  const known = own === undefined ? [] : persons.map((one) => personIn(one, keys))
  return words.flatMap((row) => spokenOf({ keys }, { ...row, own }, known))
}

function spokenOf(
  { keys }: Pick<Reads, 'keys'>,
  { id, record_id: record, field, text, own }: Words & { readonly own: Own },
  persons: readonly Person[],
): readonly Spoken[] {
  if (text === null) return []
  const clear = keys.openWords(id, text)
  const isOwn = own?.has(field) === true
  return [{ id, record, clear, shown: shownTo({ text: clear, isOwn }, persons) }]
}

type Own = ReturnType<typeof residentFields>

function ownFields({ registry }: Pick<Reads, 'registry'>, name: string | null) {
  const kind = name === null ? undefined : registry.get(name)
  return kind === undefined ? undefined : residentFields(kind)
}

type Row = Words & { readonly kind: string | null }

const spokenText = `select c.id, c.record_id, c.field, c.text, coalesce(r.kind, a.kind) as kind from content c
  left join record r on r.city = $1::int and r.id = c.record_id
  left join archive a on a.city = $1::int and a.id = c.record_id
  where c.city = $1::int and c.id = any($2::uuid[])`
