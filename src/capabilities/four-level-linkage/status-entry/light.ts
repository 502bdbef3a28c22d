import type { Values } from '../../../kernel/field.ts'

/** What a superior watches in a subordinate: so many of these, and the light changes. */
export type Watched = {
  readonly name: string
  readonly label: string
  /** The fact that counts them. */
  readonly fact: string
  readonly watch: number
  readonly warn: number
}

export const watched: readonly Watched[] = [
  { name: 'tasksLate', label: '年度任务超期', fact: 'tasksLate', watch: 1, warn: 3 },
  {
    name: 'rectificationsLate',
    label: '整改超期',
    fact: 'rectificationsLate',
    watch: 1,
    warn: 2,
  },
  { name: 'withoutEffect', label: '跟踪问效未见效', fact: 'withoutEffect', watch: 1, warn: 2 },
]

export const lights = [
  { value: 'normal', label: '正常' },
  { value: 'watch', label: '关注' },
  { value: 'warn', label: '预警' },
] as const

export type Light = (typeof lights)[number]['value']

export type Reckoned = { readonly light: Light; readonly hits: readonly string[] }

/** The light that the counts give: the worst of what is watched, with what was hit. */
export function reckoned(counts: Readonly<Record<string, number>>): Reckoned {
  const of = (limit: 'watch' | 'warn') =>
    watched.filter((one) => (counts[one.fact] ?? 0) >= one[limit])
  const hits = of('watch').map(({ name }) => name)
  if (of('warn').length > 0) return { light: 'warn', hits }
  return { light: hits.length > 0 ? 'watch' : 'normal', hits }
}

/** What the entry shows: what somebody set by hand with a reason, until it is given back. */
export function shownLight(values: Values): Light {
  const value = values['byHand'] ?? values['reckoned']
  return lights.find((one) => one.value === value)?.value ?? 'normal'
}
