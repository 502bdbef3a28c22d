import type { ColumnType } from 'kysely'
import type { Int, Json, MaybeMoment, Moment, Text } from './column-types.ts'

/** The city's directory, people and settings, and what people keep beside the records. */
export type CityTables = {
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
    /** The post that this one stands in for. */
    deputises: ColumnType<Text, Text | undefined, Text>
  }
  account: {
    city: number
    id: string
    person: string
    login: string
    password_hash: string
    must_change: ColumnType<boolean, boolean | undefined, boolean>
    ended_at: MaybeMoment
  }
  session: {
    city: number
    id: string
    token_hash: Buffer
    account: string
    post: Text
    expires: Moment
    seen: Moment
    device: string
    stay: boolean
    begun: Moment
    proved: Moment
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
  security_event: {
    city: number
    seq: number
    id: string
    at: Moment
    what: string
    account: Text
    post: Text
    address: string
    about: string
    prev: Buffer
    hash: Buffer
  }
  security_head: { city: number; seq: number; hash: Buffer }
  identity: {
    city: number
    issuer: string
    subject: string
    account: string
    at: Moment
    used_at: MaybeMoment
    own: ColumnType<boolean, boolean | undefined, boolean>
  }
  identity_code: { city: number; digest: Buffer; account: string; expires: Moment }
  oidc_flow: {
    city: number
    digest: Buffer
    purpose: string
    account: Text
    state: string
    nonce: string
    verifier: string
    subject: Text
    factors: string
    expires: Moment
  }
  post_grant: {
    city: number
    id: string
    what: string
    post: string
    person: string
    unit: number
    role: string
    title: string
    valid_from: Moment
    valid_to: MaybeMoment
    asked_by: string
    asked_at: Moment
    decided_by: ColumnType<Text, Text | undefined, Text>
    decided_at: MaybeMoment
    agreed: ColumnType<boolean | null, boolean | undefined, boolean>
  }
  office_code: { city: number; digest: Buffer; role: string; unit: number; expires: Moment }
  erasure: { city: number; record_id: string; what: string; at: Moment; why: string }
  retention_run: { city: number; day: string; at: Moment; ended_at: MaybeMoment; erased: Json }
}
