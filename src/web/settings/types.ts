import type { Field } from '../../kernel/field.ts'

export type SettingField = Field & { readonly name: string }

/** One line of a settings table: its values as they are sent back, and in words. */
export type SettingRow = {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  readonly text: Readonly<Record<string, string>>
  readonly from?: string
  readonly to?: string
  readonly state?: 'now' | 'later' | 'past'
  readonly parent?: string
  readonly hasChildren?: boolean
  readonly builtIn?: boolean
}

/** A table that says itself what columns it has and whether it may be changed. */
export type SettingTable = {
  readonly label: string
  readonly fields: readonly SettingField[]
  readonly columns: readonly string[]
  /** What columns are called that are read and never typed. */
  readonly heads?: Readonly<Record<string, string>>
  readonly rows: readonly SettingRow[]
  readonly next?: string
  readonly total?: number | null
  readonly mayChange: boolean
  readonly sheet: boolean
}

export type SettingVersion = {
  readonly version: string
  readonly from?: string
  readonly text: Readonly<Record<string, string>>
  readonly by?: string
  readonly at?: string
}

export type SettingOne = SettingRow & { readonly history: readonly SettingVersion[] }

export type ListView = {
  readonly id: string
  readonly text: Readonly<Record<string, string>>
  readonly fields: readonly SettingField[]
  readonly columns: readonly string[]
  readonly items: readonly SettingRow[]
  readonly mayChange: boolean
}

export type YearView = {
  readonly year: number
  readonly published: boolean
  readonly years: readonly number[]
  readonly days: readonly DayView[]
  readonly mayChange: boolean
}

export type DayView = {
  readonly day: string
  readonly working: boolean
  readonly provisional: boolean
}

export type SheetAnswer = {
  readonly rows: number
  readonly ok: boolean
  readonly problems: readonly {
    readonly row: number
    readonly column: string
    readonly says: string
  }[]
  readonly changed: number
  /** Of new accounts, said this once. */
  readonly passwords?: readonly { readonly login: string; readonly password: string }[]
}
