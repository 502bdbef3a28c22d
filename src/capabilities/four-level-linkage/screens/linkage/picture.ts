/** What `/api/linkage` tells of an area's subtree. */
export type Picture = {
  readonly area: { readonly code: number; readonly name: string; readonly level: LevelName }
  readonly bands: readonly BandView[]
  readonly chains: readonly ChainTask[]
}

export type LevelName = 'city' | 'district' | 'street' | 'community'

export type BandView = { readonly level: LevelName; readonly kinds: readonly KindCount[] }

export type KindCount = {
  readonly kind: string
  readonly label: string
  readonly late: number
  readonly states: readonly StateCount[]
}

export type StateCount = {
  readonly state: string
  readonly label: string
  readonly is: 'working' | 'resting' | 'end'
  readonly n: number
}

export type ChainTask = {
  readonly id: string
  readonly title: string
  readonly level: string
  readonly holder: string
  readonly progress: number
  readonly done: boolean
  readonly late: boolean
  readonly parts: readonly ChainTask[]
}

export const levels: readonly LevelName[] = ['city', 'district', 'street', 'community']
export const levelWords: Readonly<Record<LevelName, string>> = {
  city: '市',
  district: '区',
  street: '街道',
  community: '社区',
}

/** Levels that can be seen from an area: its own and those below. */
export function levelsBelow(level: LevelName): readonly LevelName[] {
  return levels.slice(levels.indexOf(level))
}

/** What a superior has over those below it; a community has nobody below. */
const institutions = ['dispatch-round', 'status-entry', 'inspection-round', 'effect-check']
const ofSuperiors = [...institutions, 'rectification']

export function kindsOf({ level, kinds }: BandView): readonly KindCount[] {
  return level === 'community' ? kinds.filter(({ kind }) => !ofSuperiors.includes(kind)) : kinds
}

/** R027: a level that has never used one of the four institutions is shown lacking it. */
export function isLacking({ kind, states }: KindCount): boolean {
  return institutions.includes(kind) && states.length === 0
}

/** The levels of a chain, from its top down. */
export function levelsFrom(tree: ChainTask): readonly LevelName[] {
  return levels.slice(
    Math.max(
      0,
      levels.findIndex((level) => level === tree.level),
    ),
  )
}

export function countOf({ states }: KindCount): number {
  return states.reduce((sum, { is, n }) => (is === 'end' ? sum : sum + n), 0)
}

/** The list behind a count, with the same filters. */
export function listPath(
  kind: string,
  filters: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return `/k/${kind}?${new URLSearchParams(given.map(([name, value]) => [name, value])).toString()}`
}

/** One task of a chain with where it stands in the picture: its level's column, and so many rows as
 *  the parts below it need. */
export type Placed = {
  readonly task: ChainTask
  readonly column: number
  readonly row: number
  readonly rows: number
}

/** A tree laid out so that every part stands right of the task it comes from; its top begins the
 *  first column. */
export function placed(tree: ChainTask, row = 1, column = 1): readonly Placed[] {
  const rows = leavesOf(tree)
  let next = row
  const parts = tree.parts.flatMap((part) => {
    const from = next
    next += leavesOf(part)
    return placed(part, from, column + 1)
  })
  return [{ task: tree, column, row, rows }, ...parts]
}

function leavesOf({ parts }: ChainTask): number {
  return parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + leavesOf(part), 0)
}
