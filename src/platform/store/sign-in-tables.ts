import type { ColumnType } from 'kysely'
import type { MaybeMoment, Moment } from './column-types.ts'

/** What signing in keeps beside accounts and sessions. */
export type SignInTables = {
  tries: {
    city: number
    key: string
    failed: number
    rounds: number
    last: Moment
    locked_until: MaybeMoment
  }
  known_device: { city: number; account: string; token_hash: Buffer; used: Moment }
  half_session: {
    city: number
    token_hash: Buffer
    account: string
    stay: boolean
    expires: Moment
  }
  challenge: { city: number; text: string; purpose: string; owner: string; expires: Moment }
  totp: {
    city: number
    account: string
    secret: Buffer | null
    pending: Buffer | null
    last_step: ColumnType<number, number | undefined, number>
    made_at: MaybeMoment
  }
  passkey: {
    city: number
    id: string
    account: string
    name: string
    public_key: Buffer
    counter: number
    transports: string[]
    rp_id: string
    made_at: Moment
    used_at: MaybeMoment
  }
  recovery_code: { city: number; account: string; digest: string; used_at: MaybeMoment }
}
