import type { ColumnType } from 'kysely'

/** Moments are read as milliseconds and written as text; see `value-types.ts`. */
type Moment = ColumnType<number, string, string>
type MaybeMoment = ColumnType<number | null, string | null | undefined, string | null>
/** Written as JSON text; whoever reads it checks its shape. */
type Json<T = unknown> = ColumnType<T, string, string>
type Int = number | null
type Text = string | null

/** The columns of the tables, for typed reads. */
export type Tables = {
  record: {
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
} & CityTables

type CityTables = {
  area: {
    city: number
    code: number
    level: string
    type: string
    name: string
    parent: Int
    flags: ColumnType<string[], string[] | undefined, string[]>
    valid_from: MaybeMoment
    valid_to: MaybeMoment
    successors: ColumnType<number[], number[] | undefined, number[]>
    begun_by: ColumnType<Text, Text | undefined, Text>
    ended_by: ColumnType<Text, Text | undefined, Text>
  }
  unit: {
    city: number
    id: number
    name: string
    type: string
    functions: string[]
    area: number
    parent: Int
    domains: ColumnType<string[], string[] | undefined, string[]>
    head_checks: ColumnType<boolean, boolean | undefined, boolean>
    valid_from: MaybeMoment
    valid_to: MaybeMoment
    successors: ColumnType<number[], number[] | undefined, number[]>
    begun_by: ColumnType<Text, Text | undefined, Text>
    ended_by: ColumnType<Text, Text | undefined, Text>
  }
  person: { city: number; id: string; name: string }
  post: {
    city: number
    id: string
    person: string
    unit: number
    role: string
    title: string
    valid_from: Moment
    valid_to: MaybeMoment
    /** The post of an ended unit that this one goes on from. */
    follows: ColumnType<Text, Text | undefined, Text>
  }
  account: {
    city: number
    id: string
    person: string
    login: string
    password_hash: string
    failed: ColumnType<number, number | undefined, number>
    locked_until: MaybeMoment
  }
  session: {
    city: number
    id: string
    token_hash: Buffer
    account: string
    post: Text
    expires: Moment
    seen: Moment
  }
  machine: {
    city: number
    id: string
    name: string
    post: string
    token_hash: Buffer
    made_at: Moment
    revoked_at: MaybeMoment
    used_at: MaybeMoment
  }
  setting: {
    city: number
    name: string
    version: string
    valid_from: Moment
    value: Json
    by_post: Text
    at: Moment
  }
  template: {
    city: number
    id: string
    unit: Int
    kind: string
    field: string
    name: string
    text: string
  }
  import_job: {
    city: number
    id: string
    kind: string
    command: string
    post: string
    name: string
    bytes: Buffer
    state: string
    says: Text
    input: Buffer | null
    at: Moment
    held_by: Text
    held_until: MaybeMoment
  }
  import_row: {
    city: number
    job: string
    line: number
    result: string
    record_id: Text
    problems: Json
    words: Buffer | null
  }
  reading: { city: number; record_id: string; at: Moment; post: string }
  saved_view: {
    city: number
    id: string
    kind: string
    name: string
    address: string
    person: string
    unit: Int
    at: Moment
  }
  file: {
    city: number
    id: string
    record_id: Text
    type: string
    size: number
    digest: string
    name: string
    path: string
    at: Moment
    erased_at: MaybeMoment
  }
}
