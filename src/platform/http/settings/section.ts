import type { Field, Fields } from '../../../kernel/field.ts'
import type { SecurityWhat } from '../../identity/security-kinds.ts'
import { noteSecurity, type SecurityAbout, type SecurityNote } from '../../identity/security-log.ts'
import type { HeldPost } from '../../identity/posts.ts'
import type { CityState } from '../../world/city-state.ts'
import type { HttpDeps } from '../deps.ts'

/** Who changes settings, where, and until where their hand reaches. */
export type SettingsAt = {
  readonly deps: HttpDeps
  readonly state: CityState
  readonly post: HeldPost
  readonly account: string
  readonly address: string
  readonly now: number
  /** The area of the administrator's unit: the city, or one district. */
  readonly scope: number
  readonly isCity: boolean
  /** The rules of signing in are in the security administrator's hands, where there is one. */
  readonly keepsPolicy: boolean
  /** Lines for the security log that wait until a whole sheet is written. */
  readonly notes?: SecurityNote[]
}

export type Row = {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  readonly text: Readonly<Record<string, string>>
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly state?: 'now' | 'later' | 'past' | undefined
  readonly parent?: string | undefined
  readonly hasChildren?: boolean | undefined
  readonly builtIn?: boolean | undefined
}

export type Version = {
  readonly version: string
  readonly from?: string | undefined
  readonly text: Readonly<Record<string, string>>
  readonly by?: string | undefined
  readonly at?: string | undefined
}

export type Change = {
  readonly id: string | undefined
  readonly values: Readonly<Record<string, unknown>>
  readonly from: number
  /** The day after which it no longer holds. */
  readonly end: number | undefined
}

/** Cells of a sheet's row, by the field they were written under. */
export type Cells = Readonly<Record<string, string | number>>

/** One table of the settings: its columns, how it is read and how it is changed. */
export type Section = {
  readonly name: string
  readonly label: string
  readonly fields: Fields
  readonly columns: readonly string[]
  /** What columns are called that are read and never typed. */
  readonly heads?: Readonly<Record<string, string>>
  /** Only the city's own administrator may change it. */
  readonly cityOnly: boolean
  /** Whose it is, where not the system administrator's. */
  readonly keeper?: 'security'
  /** It is not taken out and in as a sheet. */
  readonly sheet?: false
  /** The field by which a sheet's row is recognised; without it every row is new. */
  readonly key: string
  readonly rows: (at: SettingsAt) => Promise<readonly Row[]>
  /** The city as it will be with a sheet's rows, so that they may name one another. */
  readonly ahead?: (
    at: SettingsAt,
    rows: readonly Cells[],
  ) => { readonly state: CityState; readonly rows: readonly Cells[] }
  readonly history?: (at: SettingsAt, id: string) => Promise<readonly Version[]>
  /** Returns the id written, what may be said once (a new password), and what it waits for. */
  readonly write: (
    at: SettingsAt,
    change: Change,
  ) => Promise<{ id: string; password?: string; says?: string }>
}

export function mayChangeIn(at: SettingsAt, { keeper, cityOnly }: Section): boolean {
  return keeper === 'security' ? at.keepsPolicy : at.isCity || !cityOnly
}

/** Tells the security log. The lines of a sheet come at its end: while one is written, everybody
 *  else's wait. */
export async function noteChange(
  at: SettingsAt,
  what: SecurityWhat,
  about: SecurityAbout,
): Promise<void> {
  const { account, post, address, state, now, notes } = at
  const note = { city: state.city, at: now, what, account, post: post.id, address, about }
  if (notes === undefined) await noteSecurity(at.deps.db, note)
  else notes.push(note)
}

export const choice = (
  label: string,
  options: Field['options'],
  more: Partial<Field> = {},
): Field => ({
  type: 'choice',
  label,
  ...(options === undefined ? {} : { options }),
  ...more,
})

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
