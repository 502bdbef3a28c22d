import type { Selectable } from 'kysely'
import { chainHash } from '../store/chain.ts'
import type { Tables } from '../store/tables.ts'
import { compacted, expanded } from './compact.ts'
import { columnsOf, type LifeTable, newestForm, packedTables } from './forms.ts'

type Rows<T extends LifeTable> = readonly Selectable<Tables[T]>[]

/** What a record leaves the working tables with: the wide columns of its own line, and its rows. */
export type ArchivedLife = {
  readonly line: Pick<Selectable<Tables['record']>, 'fields' | 'clocks' | 'takers'>
} & { readonly [T in LifeTable]: Rows<T> }

/** How a life lies in `archive`. Words stay words, so that they are found. */
export type Packed = { readonly form: number; readonly words: string; readonly life: Buffer }

/**
 * Packs a record's rows into one value. Columns that follow from others are left out: city and record
 * are the key's, and an event's hashes follow from the events before it.
 */
export function packLife(life: ArchivedLife): Packed {
  const tables = packedTables.map((table) =>
    life[table].map((row) => {
      const cells: Readonly<Record<string, unknown>> = row
      return columnsOf(newestForm, table).map((column) => cells[column])
    }),
  )
  const { fields, clocks, takers } = life.line
  return {
    form: newestForm,
    words: life.search
      .map(({ field, words }) => [fieldMark + field, ...words].join(between))
      .join(between),
    life: compacted(JSON.stringify([...tables, [fields, clocks, takers]])),
  }
}

type Key = { readonly city: number; readonly id: string; readonly kind: string }

/** The rows of a packed life as they were read from their tables, an event's hashes worked out anew:
 *  what was changed in it does not end at the record's head, nor stand in any seal. */
export function unpackLife({ city, id, kind }: Key, { form, words, life }: Packed): ArchivedLife {
  const packed: unknown = JSON.parse(expanded(life))
  const tables: readonly (readonly unknown[])[] = Array.isArray(packed) ? packed : []
  const own = { city, record_id: id }
  const rows = Object.fromEntries(
    packedTables.map((table, at) => [
      table,
      (tables[at] ?? []).map((cells) => ({ ...own, ...named(columnsOf(form, table), cells) })),
    ]),
  )
  const line = named(['fields', 'clocks', 'takers'], tables[packedTables.length])
  // What was packed here from typed rows: the chain and the round trip before packing vouch for it.
  const read = { ...rows, line } as unknown as Omit<ArchivedLife, 'search'>
  return {
    ...read,
    event: chained(read.event),
    contact: read.contact.map(emptied),
    search: foundBy(words).map((one) => ({ ...own, kind, ...one })),
  }
}

/** Characters that no word holds; `every-record.ts` and the index part words by the second. */
const [fieldMark, between] = ['\u001F', '\u001E']

function foundBy(words: string): readonly { readonly field: string; readonly words: string[] }[] {
  return words
    .split(fieldMark)
    .slice(1)
    .map((part) => {
      const [field = '', ...own] = part.split(between).filter((word) => word !== '')
      return { field, words: own }
    })
}

function named(columns: readonly string[], cells: unknown): Readonly<Record<string, unknown>> {
  const values: readonly unknown[] = Array.isArray(cells) ? cells : []
  return Object.fromEntries(columns.map((column, at) => [column, values[at]]))
}

function chained(events: Rows<'event'>): Rows<'event'> {
  let prev: Buffer = Buffer.alloc(0)
  return events.map((event) => {
    const hash = chainHash(prev, { ...event, record: event.record_id })
    const whole = { ...event, prev, hash }
    prev = hash
    return whole
  })
}

/** Only records whose contacts are erased are packed. */
function emptied(contact: Rows<'contact'>[number]): Rows<'contact'>[number] {
  return { ...contact, name_enc: null, phone_enc: null, phone_index: null, note_enc: null }
}
