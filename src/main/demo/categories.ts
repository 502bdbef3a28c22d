import { GROUP_ROWS, LEAF_ROWS } from './category-rows.ts'
import { oneOf, tableRows, words } from './table.ts'

const LIMIT_CLASSES = ['urgent', 'utility', 'general', 'complex'] as const
const PURPOSES = ['咨询', '求助', '投诉', '举报', '建议'] as const
const SETTINGS = ['urban', 'rural', 'any'] as const

export type LimitClass = (typeof LIMIT_CLASSES)[number]
export type Purpose = (typeof PURPOSES)[number]
export type Setting = (typeof SETTINGS)[number]

export type CategoryGroup = { readonly code: string; readonly name: string }

export type CategoryLeaf = {
  readonly code: string
  readonly name: string
  readonly parent: string
  readonly limitClass: LimitClass
  readonly purposes: readonly Purpose[]
  /** Whether it happens in communities of the city, in villages, or in both. */
  readonly setting: Setting
  readonly keywords: readonly string[]
}

/** What residents call about, first level. */
export const categoryGroups: readonly CategoryGroup[] = tableRows(GROUP_ROWS, 2).map(
  ([code = '', name = '']) => ({ code, name }),
)

/** What residents call about, second level: every appeal has one of these. */
export const categoryLeaves: readonly CategoryLeaf[] = tableRows(LEAF_ROWS, 6).map(
  ([code = '', name = '', limit = '', purposes = '', setting = '', keywords = '']) => ({
    code,
    name,
    parent: code.slice(0, 2),
    limitClass: oneOf(LIMIT_CLASSES, limit),
    purposes: words(purposes).map((purpose) => oneOf(PURPOSES, purpose)),
    setting: oneOf(SETTINGS, setting),
    keywords: words(keywords),
  }),
)
