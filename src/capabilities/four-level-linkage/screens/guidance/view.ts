/** What `/api/guidance` tells. */
export type GuidanceView = {
  readonly at: string
  readonly today: string
  readonly cityClass: { readonly value: string; readonly label: string }
  readonly history: readonly { readonly from: string; readonly label: string }[]
  readonly rows: readonly GuidanceRow[]
}

export type GuidanceRow = {
  readonly name: string
  readonly label: string
  readonly difficulty: string
  readonly indicator: string
  readonly scope: 'everywhere' | 'central' | 'adapted'
  readonly scopeLabel: string
  readonly leading: string
  readonly other: string
  readonly basis: string
  readonly open: number
  readonly finished: number
  readonly late: number
}
