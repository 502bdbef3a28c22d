import type { Person } from '../../kernel/redact.ts'
import { reached } from '../store/faults.ts'
import { contactPlace } from './contact.ts'
import type { AskDeps } from './types.ts'

type Reads = {
  readonly db: Pick<AskDeps['db'], 'quick'>
  readonly keys: Pick<AskDeps['keys'], 'open'>
}

/** Who brought records, in clear, by record: for taking them out of words, never for showing. */
export async function loadPersons(
  { db, keys }: Reads,
  city: number,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly Person[]>> {
  if (records.length === 0) return new Map()
  const values = [city, [...new Set(records)]]
  const rows = await reached(() =>
    db.quick.run<SealedContact>({ name: 'persons', text: personsText, values }),
  )
  const found = Map.groupBy(rows, (row) => row.record_id)
  return new Map([...found].map(([id, own]) => [id, own.map((row) => personIn(row, keys))]))
}

/** A contact in clear. */
export function personIn(
  row: Pick<SealedContact, 'id' | 'name_enc' | 'phone_enc'>,
  keys: Reads['keys'],
): Person {
  const open = (sealed: Buffer | null, part: 'name' | 'phone') =>
    sealed === null ? '' : keys.open(sealed, contactPlace(row.id, part))
  return { name: open(row.name_enc, 'name'), phone: open(row.phone_enc, 'phone') }
}

export type SealedContact = {
  readonly id: string
  readonly record_id: string
  readonly name_enc: Buffer | null
  readonly phone_enc: Buffer | null
}

const personsText = `select id, record_id, name_enc, phone_enc from contact
  where city = $1::int and record_id = any($2::uuid[]) and erased_at is null`
