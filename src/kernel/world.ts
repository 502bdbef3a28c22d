import type { Calendar } from './calendar.ts'
import { type Directory, directoryAt } from './directory.ts'
import type { Value, Values } from './field.ts'
import type { Instant } from './time.ts'

/** A setting with the moment it began to hold; the newest that has begun counts. */
export type Dated<T> = { readonly from: Instant; readonly version: string; readonly value: T }

export type Practice = {
  readonly name: string
  readonly from: Instant
  readonly to?: Instant | undefined
  readonly parameters: Values
}

/** What every decision may know besides the record and its facts. It changes seldom and is
 *  handed in whole, so that a decision can be made again anywhere and come out the same. */
export type World = {
  readonly directory: Directory
  readonly calendar: Calendar
  readonly practices: readonly Practice[]
  readonly parameters: Readonly<Record<string, readonly Dated<Value>[]>>
}

/** The world with its areas and units as they stood at a moment. Parameters and practices carry
 *  their own dates. */
export function worldAt(world: World, at: Instant): World {
  const directory = directoryAt(world.directory, at)
  return directory === world.directory ? world : { ...world, directory }
}

/** A parameter as it stood at a moment, with the version that a clock keeps. */
export function parameterAt(world: World, name: string, at: Instant): Dated<Value> | undefined {
  return (world.parameters[name] ?? [])
    .filter((dated) => dated.from <= at)
    .reduce<Dated<Value> | undefined>(
      (newest, dated) => (newest === undefined || dated.from >= newest.from ? dated : newest),
      undefined,
    )
}

/** True when the city starts anything of the kind at that moment. */
export function isPractised(
  world: World,
  { practices }: { readonly practices?: readonly string[] },
  at: Instant,
): boolean {
  return practices?.some((name) => practiceIsOn(world, name, at)) !== false
}

/** True when the city works this way at that moment. Off, it starts nothing; what is open ends. */
export function practiceIsOn(world: World, name: string, at: Instant): boolean {
  return world.practices.some(
    (practice) =>
      practice.name === name &&
      practice.from <= at &&
      (practice.to === undefined || at < practice.to),
  )
}
