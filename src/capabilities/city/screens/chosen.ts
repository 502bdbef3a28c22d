import type { Intent } from '../reorganisation/proposal.ts'

/** What stands in the form, complete or not. */
export type Chosen = {
  readonly what: Intent['what']
  readonly of: Intent['of']
  readonly from: readonly number[]
  /** Of a merger: the one that stays; 0 for a new one. */
  readonly into: number | undefined
  readonly under: number | undefined
  readonly names: readonly string[]
  readonly goes: Readonly<Record<string, number>>
}

export const nothingChosen: Chosen = {
  what: 'merge',
  of: 'areas',
  from: [],
  into: undefined,
  under: undefined,
  names: [],
  goes: {},
}

export const ofs: { value: Intent['of']; label: string }[] = [
  { value: 'areas', label: '行政区划' },
  { value: 'units', label: '机构' },
]

export const whats: { value: Intent['what']; label: string }[] = [
  { value: 'merge', label: '合并' },
  { value: 'split', label: '拆分' },
  { value: 'rename', label: '更名' },
  { value: 'move', label: '划转' },
]

/** The form as what is wanted, once it says enough. */
export function intentOf(chosen: Chosen): Intent | undefined {
  const { what, of, from, into, under, goes } = chosen
  const names = chosen.names.map((name) => name.trim()).filter((name) => name !== '')
  const whole = { what, of, from }
  if (from.length === 0) return undefined
  switch (what) {
    case 'merge':
      if (into === undefined) return undefined
      if (into === 0)
        return from.length < 2 || names.length === 0
          ? undefined
          : { ...whole, into: [{ name: names[0] }] }
      return from.length < 2
        ? undefined
        : { ...whole, from: from.filter((key) => key !== into), into: [{ key: into }] }
    case 'split':
      return names.length < 2
        ? undefined
        : { ...whole, into: names.map((name) => ({ name })), goes }
    case 'rename':
      return names.length === 0 ? undefined : { ...whole, into: [{ name: names[0] }] }
    case 'move':
      return under === undefined ? undefined : { ...whole, into: [{ parent: under }] }
  }
}
