import type { Field, Fields, Option, Value } from '../../src/kernel/field.ts'
import { addDays, dayMs, dayOf, type Instant } from '../../src/kernel/time.ts'
import type { World } from '../../src/kernel/world.ts'

export type Dice = (below: number) => number

/** What generated input may name. */
export type Known = {
  readonly world: World
  readonly lists: Readonly<Record<string, readonly Option[]>>
  readonly units: readonly number[]
  readonly areas: readonly number[]
  readonly posts: readonly string[]
  readonly records: (kind: string | undefined) => readonly string[]
  readonly now: Instant
}

export type Data = Readonly<Record<string, Value>>

/** Input of the declared shape, drawn by dice: what is required is there, the rest may be. */
export function inputFor(fields: Fields, known: Known, dice: Dice): Data {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      if (field.required !== true && dice(2) === 0) return []
      const value = valueFor(field, known, dice)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

export function one<T>(some: readonly T[], dice: Dice): T | undefined {
  return some[dice(some.length)]
}

function valueFor(field: Field, known: Known, dice: Dice): Value | undefined {
  const { type, of, max, min } = field
  switch (type) {
    case 'text':
    case 'long':
      return wordsFor(field, dice)
    case 'code':
      return `A${1000 + dice(9000)}`.slice(0, max ?? 20)
    case 'number':
      return (min ?? 0) + dice(Math.max(1, Math.min(max ?? 12, (min ?? 0) + 12) - (min ?? 0)))
    case 'day':
      return addDays(dayOf(known.now), dice(60) - 20)
    case 'moment':
      return known.now + (dice(40) - 20) * (dayMs / 8)
    case 'flag':
      return dice(2) === 0
    case 'choice':
      return choiceFor(field, known, dice)
    case 'choices':
      return unique(1 + dice(2), () => choiceFor(field, known, dice))
    case 'area':
      return one(
        known.areas.filter((code) => isLevel(known, code, of)),
        dice,
      )
    case 'unit':
      return unitFor(field, known, dice)
    case 'units':
      return unique(1 + dice(Math.min(max ?? 3, 3)), () => unitFor(field, known, dice))
    case 'post':
      return one(known.posts, dice)
    case 'record':
      return one(known.records(typeof of === 'string' ? of : undefined), dice)
    case 'limit':
      return { qty: 1 + dice(9), unit: 'working-day' }
    case 'contact':
      return { contact: `00000000-0000-4000-8000-${String(dice(50)).padStart(12, '0')}` }
    case 'files':
      return undefined
  }
}

function wordsFor({ min = 1, max }: Field, dice: Dice): string {
  const words = one(sentences, dice) ?? ''
  const long = words.length < min ? words.padEnd(min, '，继续办理') : words
  return [...long].slice(0, max ?? 200).join('')
}

const sentences = ['已经到现场看过', '请按职责办理', '情况属实，正在处理', '材料齐全，同意']

function choiceFor({ options }: Field, { lists }: Known, dice: Dice): string | undefined {
  if (options === undefined) return sentences[dice(sentences.length)]
  const all = typeof options === 'string' ? (lists[options] ?? []) : options
  return one(all, dice)?.value
}

function unitFor({ of }: Field, { world, units }: Known, dice: Dice): number | undefined {
  const types = typeof of === 'string' ? [of] : of
  const fits = (id: number) =>
    types === undefined || types.includes(world.directory.units.get(id)?.type ?? '')
  return one(units.filter(fits), dice)
}

function isLevel({ world }: Known, code: number, of: Field['of']): boolean {
  const levels = typeof of === 'string' ? [of] : of
  return levels === undefined || levels.includes(world.directory.areas.get(code)?.level ?? '')
}

function unique<T extends Value>(count: number, draw: () => T | undefined): readonly T[] {
  return [...new Set(Array.from({ length: count }, draw).filter((value) => value !== undefined))]
}
