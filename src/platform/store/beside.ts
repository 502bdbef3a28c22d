import type { SealedContact } from '../asking/persons.ts'
import type { Database } from './database.ts'
import type { EventLine } from './events.ts'
import { reached } from './faults.ts'

/** All that stands beside a record on its page, as it is stored. */
export type Beside = {
  readonly events: readonly EventLine[]
  readonly words: readonly Words[]
  readonly persons: readonly SealedContact[]
  readonly links: readonly Link[]
  readonly refused: readonly RefusedEffect[]
}

/** Words that lie sealed, of a record's field. */
export type Words = {
  readonly id: string
  readonly record_id: string
  readonly field: string
  readonly text: string | null
}

/** What a record names, and what names it. */
export type Link = { readonly other: string; readonly field: string; readonly back: boolean }

/** What another record asked of this one and was refused. */
export type RefusedEffect = {
  readonly effect_id: string
  readonly asks: string
  readonly refused: string
}

type Of = {
  readonly city: number
  readonly record: string
  /** Events after this one are left out. */
  readonly upTo: number
  /** Whose to-dos about refused effects are told; nobody's without one. */
  readonly unit?: number | undefined
}

/** One statement: of what a page costs, most is the number of times that something is asked for. */
export async function loadBeside(
  db: Pick<Database, 'quick'>,
  { city, record, upTo, unit }: Of,
): Promise<Beside> {
  const values = [city, record, upTo, unit ?? null, mostLinks]
  const [row] = await reached(() => db.quick.run<Row>({ name: 'beside', text: besideText, values }))
  const bytes = (text: string | null) => (text === null ? null : Buffer.from(text, 'base64'))
  return {
    events: row?.events ?? [],
    words: row?.words ?? [],
    persons: (row?.persons ?? []).map((one) => ({
      ...one,
      name_enc: bytes(one.name_enc),
      phone_enc: bytes(one.phone_enc),
    })),
    links: row?.links ?? [],
    refused: row?.refused ?? [],
  }
}

type Sealed = Omit<SealedContact, 'name_enc' | 'phone_enc'> & {
  readonly name_enc: string | null
  readonly phone_enc: string | null
}
type Row = { readonly [name in keyof Omit<Beside, 'persons'>]: Beside[name] | null } & {
  readonly persons: readonly Sealed[] | null
}

/** Of what a record names, and of what names it, at most so many. */
const mostLinks = 50

const besideText = `select
  (select json_agg(json_build_object('seq', e.seq, 'at', (extract(epoch from e.at) * 1000)::bigint,
      'type', e.type, 'actor', e.actor, 'post', e.post, 'ask', e.ask, 'party', e.party, 'body', e.body) order by e.seq)
    from event e where e.city = $1::int and e.record_id = $2::uuid and e.seq <= $3::int) as events,
  (select json_agg(json_build_object('id', c.id, 'record_id', c.record_id, 'field', c.field, 'text', c.text))
    from content c where c.city = $1::int and c.record_id = $2::uuid) as words,
  (select json_agg(json_build_object('id', c.id, 'record_id', c.record_id,
      'name_enc', encode(c.name_enc, 'base64'), 'phone_enc', encode(c.phone_enc, 'base64')))
    from contact c where c.city = $1::int and c.record_id = $2::uuid and c.erased_at is null) as persons,
  (select json_agg(l) from (
    (select to_id as other, kind as field, false as back from link
      where city = $1::int and from_id = $2::uuid limit $5::int)
    union all
    (select from_id as other, kind as field, true as back from link
      where city = $1::int and to_id = $2::uuid order by from_id desc limit $5::int)) l) as links,
  (select json_agg(r) from (${refusedOf('$4')}) r) as refused`

/** Refused effects of a record whose to-do is the unit's. */
export function loadRefused(
  db: Pick<Database, 'quick'>,
  { city, record, unit }: { readonly city: number; readonly record: string; readonly unit: number },
): Promise<readonly RefusedEffect[]> {
  const values = [city, record, unit]
  return reached(() =>
    db.quick.run<RefusedEffect>({ name: 'refused-effects', text: refusedOf('$3'), values }),
  )
}

function refusedOf(unit: string): string {
  return `select c.effect_id, c.asks, c.refused
    from clock c join todo t on t.city = $1::int and t.record_id = c.record_id
    where c.city = $1::int and c.record_id = $2::uuid and c.refused is not null
      and c.effect_id is not null and t.command = 'effectRefused' and t.unit = ${unit}::int`
}
