import type { ScoreItem } from '../../../../kernel/fair/score.ts'

/** What is tried out of an item; what is not named stays as it is. */
export type Change = Partial<Pick<ScoreItem, 'points' | 'full' | 'zero' | 'adjust'>>
export type Changes = Readonly<Record<string, Change>>

const numbers = { p: 'points', f: 'full', z: 'zero' } as const
const adjusts = { n: 'none', p: 'population', d: 'difficulty' } as const

/**
 * What the address keeps of a trial: 'solved*p30*f0.95!repeats*ad'. It holds nothing but what
 * differs, so that the same trial has one address and a colleague sees the same.
 */
export function changesIn(code: string | undefined): Changes {
  if (code === undefined || code === '') return {}
  return Object.fromEntries(
    code.split('!').flatMap((one) => {
      const [id, ...parts] = one.split('*')
      const change = Object.assign({}, ...parts.map(partIn))
      return id === undefined || id === '' || Object.keys(change).length === 0
        ? []
        : [[decodeURIComponent(id), change]]
    }),
  )
}

export function codeOf(changes: Changes): string {
  return Object.entries(changes)
    .flatMap(([id, change]) => {
      const parts = [
        ...Object.entries(numbers).flatMap(([letter, name]) =>
          change[name] === undefined ? [] : [`${letter}${change[name]}`],
        ),
        ...Object.entries(adjusts).flatMap(([letter, name]) =>
          change.adjust === name ? [`a${letter}`] : [],
        ),
      ]
      return parts.length === 0 ? [] : [[encodeURIComponent(id), ...parts].join('*')]
    })
    .join('!')
}

/** One more thing tried; set back to what it is, it is no change any more. */
export function withChange(changes: Changes, item: ScoreItem, change: Change): Changes {
  const merged = { ...changes[item.id], ...change }
  const left: Change = Object.fromEntries(
    Object.entries(merged).filter(([name, value]) => !isSame(item, name, value)),
  )
  const { [item.id]: _old, ...others } = changes
  return Object.keys(left).length === 0 ? others : { ...others, [item.id]: left }
}

export function itemsWith(items: readonly ScoreItem[], changes: Changes): readonly ScoreItem[] {
  return items.map((item) => ({ ...item, ...changes[item.id] }))
}

/** Changes of items that are there and that really differ from them. */
export function changedItems(items: readonly ScoreItem[], changes: Changes): readonly ScoreItem[] {
  return items.filter((item) =>
    Object.entries(changes[item.id] ?? {}).some(([name, value]) => !isSame(item, name, value)),
  )
}

function isSame(item: ScoreItem, name: string, value: unknown): boolean {
  return Object.entries(item).some(([own, is]) => own === name && is === value)
}

function partIn(part: string): Change {
  const [letter, rest] = [part.slice(0, 1), part.slice(1)]
  if (letter === 'a') {
    const adjust = Object.entries(adjusts).find(([own]) => own === rest)?.[1]
    return adjust === undefined ? {} : { adjust }
  }
  const name = Object.entries(numbers).find(([own]) => own === letter)?.[1]
  const value = Number(rest)
  const isGood = name !== undefined && rest !== '' && Number.isFinite(value)
  return isGood && (name !== 'points' || value >= 0) ? { [name]: value } : {}
}
