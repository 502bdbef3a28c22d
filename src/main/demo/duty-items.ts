import { DUTY_ROWS } from './duty-rows.ts'
import { oneOf, tableRows, words } from './table.ts'

/** The six blocks of a street's duties; the first figure of an item's number counts them. */
export const DUTY_BLOCKS = [
  '党群工作',
  '平安建设',
  '城市管理',
  '社区建设',
  '民生保障',
  '综合保障',
] as const

/** The offices inside a street that carry items out: one for each block, and the enforcement team. */
export const OFFICE_KEYS = [...DUTY_BLOCKS, '综合执法'] as const

export type DutyBlock = (typeof DUTY_BLOCKS)[number]
export type OfficeKey = (typeof OFFICE_KEYS)[number]
export type DutyType = 'basic' | 'cooperate' | 'withdrawn'

export type DemoDutyItem = {
  readonly number: string
  readonly block: DutyBlock
  readonly name: string
  readonly type: DutyType
  /** A department's key, or `street`. Of a withdrawn item: the department that took it back. */
  readonly lead: string
  /** Department keys, and `street` where a department leads and the street helps. */
  readonly cooperating: readonly string[]
  readonly basis: string
  readonly office: OfficeKey
  /** The category leaves it answers. */
  readonly categories: readonly string[]
  readonly keywords: readonly string[]
}

/** The duty list: what a street answers for, what it helps with, what was taken back from it. */
export const dutyItems: readonly DemoDutyItem[] = tableRows(DUTY_ROWS, 9).map(readItem)

function readItem(cells: readonly string[]): DemoDutyItem {
  const [number = '', type = '', lead = '', cooperating = '', name = ''] = cells
  const [basis = '', office = '', categories = '', keywords = ''] = cells.slice(5)
  return {
    number,
    block: blockOf(number),
    name,
    type: readType(type),
    lead: readParty(lead),
    cooperating: words(cooperating).map(readParty),
    basis,
    office: oneOf(OFFICE_KEYS, office),
    categories: words(categories),
    keywords: words(keywords),
  }
}

function blockOf(number: string): DutyBlock {
  const block = DUTY_BLOCKS[Number(number.split('.')[0]) - 1]
  if (block === undefined) throw new Error(`${number} is in none of the six blocks`)
  return block
}

function readType(word: string): DutyType {
  if (oneOf(['基本', '配合', '收回'], word) === '基本') return 'basic'
  return word === '配合' ? 'cooperate' : 'withdrawn'
}

function readParty(word: string): string {
  return word === '街道' ? 'street' : word
}
