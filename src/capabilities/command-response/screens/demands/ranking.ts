export type DemandRow = {
  readonly category: string
  readonly label: string
  readonly group?: string
  readonly count: number
  readonly before: number
  /** Too few to be put in an order. */
  readonly small: boolean
  readonly project?: {
    readonly id: string
    readonly number: string
    readonly state: string
    readonly after?: number
  }
}

/** The kinds of demand of an area in whole months, by how many there were. */
export type DemandRanking = {
  readonly area: { readonly code: number; readonly name: string; readonly level: string }
  readonly from: string
  readonly to: string
  readonly before: { readonly from: string; readonly to: string }
  readonly threshold: number
  readonly leader?: number
  readonly rows: readonly DemandRow[]
}

/** Where a project of a row begins, with everything filled in that is known already. */
export function proposalPath(
  { area, from, to, leader }: DemandRanking,
  { category }: DemandRow,
): string {
  const given = new URLSearchParams({ area: String(area.code), category, from, to })
  if (leader !== undefined) given.set('leader', String(leader))
  return `/new/frequent-demand-project/propose?${given.toString()}`
}

/** The list of the very appeals that were counted. */
export function listPath({ area, from, to }: DemandRanking, { category }: DemandRow): string {
  const given = { area: String(area.code), category, from, to, measure: 'began' }
  return `/appeals?${new URLSearchParams(given).toString()}`
}
