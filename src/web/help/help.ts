import type { Flow } from './flow.ts'

/** What `/api/help/:kind` says. */
export type KindHelp = {
  readonly name: string
  readonly label: string
  readonly about: string
  readonly group: string
  readonly practice?: { readonly name: string; readonly on: boolean }
  readonly flow: Flow
  readonly parties: readonly (Flow & { readonly role: string; readonly label: string })[]
  readonly sees: readonly string[]
  readonly reveals: readonly string[]
  readonly kept: readonly { readonly label: string; readonly who: readonly string[] }[]
  readonly acts: readonly Act[]
  readonly limits: readonly LimitHelp[]
  readonly parameters: readonly {
    readonly label: string
    readonly value: string
    readonly since?: string
    readonly basis: string
  }[]
  readonly rules: readonly {
    readonly id?: string
    readonly says: string
    readonly instead?: string
    readonly basis: string
    readonly before: readonly string[]
  }[]
  readonly counters: readonly string[]
  readonly indicators: readonly {
    readonly id: string
    readonly part?: string
    readonly label: string
    readonly formula: string
  }[]
}

export type Act = {
  readonly label: string
  readonly party?: string
  readonly where: readonly string[]
  readonly who: readonly string[]
  /** Asked by the system alone. */
  readonly system: boolean
  readonly grave: boolean
  readonly requires: readonly string[]
}

export type LimitHelp = {
  readonly label: string
  readonly party?: string
  readonly basis: string
  readonly runs: readonly string[]
  readonly pauses: readonly string[]
  readonly stages: readonly { readonly limit: readonly string[]; readonly asks: string }[]
}
