import type { ColumnType } from 'kysely'
import type { ArchiveTables } from './archive-tables.ts'
import type { BallotTables } from './ballot-tables.ts'
import type { CityTables } from './city-tables.ts'
import type { CourierTables } from './courier-tables.ts'
import type { SignInTables } from './sign-in-tables.ts'
import type { Int, Json, MaybeMoment, Moment, Text } from './column-types.ts'
type RecordColumns = {
  city: number
  id: string
  kind: string
  number: string
  title: string
  district: Int
  street: Int
  community: Int
  unit: number
  state: string
  is: 'working' | 'resting' | 'end'
  version: number
  fields: Json
  clocks: Json
  takers: Json
  counted: Json
  due_at: MaybeMoment
  opened_at: Moment
  last_at: Moment
  closed_at: MaybeMoment
  head: Buffer
  kind_version: number
  k1: Text
  k2: Text
  k3: Text
  n1: Int
  n2: Int
  t1: MaybeMoment
  t2: MaybeMoment
}

/** The columns of the tables, for typed reads. */
export type Tables = {
  record: RecordColumns
  event: {
    city: number
    record_id: string
    seq: number
    at: Moment
    type: string
    actor: string
    post: string
    ask: string
    party: Text
    body: string
    prev: Buffer
    hash: Buffer
    form: ColumnType<number, number | undefined, number>
  }
  content: {
    city: number
    id: string
    record_id: string
    field: string
    text: Text
    erased_at: MaybeMoment
  }
  contact: {
    city: number
    id: string
    record_id: string
    name_enc: Buffer | null
    phone_enc: Buffer | null
    phone_index: Buffer | null
    note_enc: Buffer | null
    mask_name: string
    mask_phone: string
    erased_at: MaybeMoment
  }
  party: {
    city: number
    record_id: string
    unit: number
    role: string
    state: string
    fields: Json
    clocks: Json
    joined_at: Moment
  }
  todo: {
    city: number
    record_id: string
    unit: number
    command: string
    role: string
    party: number
    kind: string
    due_at: MaybeMoment
    provisional: boolean
    taker: Text
    district: Int
    street: Int
  }
  clock: {
    city: number
    record_id: string
    name: string
    role: string
    party: number
    asks: string
    due_at: Moment
    effect_id: Text
    body: Text
    refused: Text
  }
  link: { city: number; from_id: string; to_id: string; kind: string }
  claim: { city: number; kind: string; key: string; record_id: string }
  ask: { city: number; id: string; answer: Json; at: Moment }
  delta: {
    city: number
    district: Int
    street: Int
    community: Int
    unit: number
    category: string
    day: string
    kind: string
    measure: string
    n: number
  }
  tally: {
    city: number
    level: number
    area: number
    category: string
    day: string
    kind: string
    measure: string
    n: number
  }
  fold: { city: number; seq: number; at: Moment }
  remark: {
    city: number
    id: string
    month: string
    street: Int
    kind: string
    field: string
    text: string
  }
  notice: {
    city: number
    unit: number
    id: string
    record_id: string
    type: string
    at: Moment
  }
  search: { city: number; record_id: string; field: string; kind: string; words: string[] }
  sealing: { city: number; record_id: string; seq: number; hash: Buffer; at: Moment }
  seal: {
    city: number
    n: number
    at: Moment
    events: number
    records: number
    record_ids: string[]
    seqs: number[]
    hashes: Buffer[]
    prev: Buffer
    hash: Buffer
  }
  day_head: {
    city: number
    day: string
    at: Moment
    seals: number
    events: number
    records: number
    security: number
    security_hash: Buffer
    prev: Buffer
    hash: Buffer
  }
} & ArchiveTables<RecordColumns> &
  CityTables &
  SignInTables &
  BallotTables &
  CourierTables
