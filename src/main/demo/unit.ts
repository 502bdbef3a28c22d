export type UnitType =
  | 'city-hotline'
  | 'district-centre'
  | 'callback-centre'
  | 'arbiter'
  | 'supervision'
  | 'department'
  | 'street'
  | 'street-office'
  | 'community'
  | 'committee'
  | 'government'
  | 'organisation'

export type DemoUnit = {
  readonly id: number
  readonly name: string
  readonly type: UnitType
  readonly functions: readonly string[]
  readonly area: number
  /** The unit above in its own line; whose area it lies in is a matter of the area tree. */
  readonly parent: number | undefined
  /** Of a department: the first-level categories it deals with. Of an office: its duty blocks. */
  readonly domains?: readonly string[]
  /** The key by which duty items name a department. */
  readonly department?: string
}

/**
 * Every id follows from a unit's place in the lists, in blocks that leave room: districts are a
 * hundred apart with their departments from 11, streets ten apart with their offices after them.
 */
export const CITY_IDS = {
  committee: 1,
  hotline: 2,
  callback: 3,
  supervision: 4,
  arbiter: 5,
  government: 6,
  organisation: 7,
  departments: 21,
} as const

export function districtId(index: number): number {
  return 1000 + index * 100
}

export function streetId(index: number): number {
  return 10_000 + index * 10
}

export function communityId(index: number): number {
  return 20_000 + index
}
