import type { Value } from '../../../kernel/field.ts'
import {
  addDays,
  dayMs,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  yearOf,
} from '../../../kernel/time.ts'
import { demoAreas } from '../areas.ts'
import { demoUnits } from '../units.ts'
import type { SampleValue, Who } from './sample.ts'

const units = new Map(demoUnits().map((unit) => [unit.name, unit.id]))
const areas = areasByPath()

/** What names in samples stand for. */
export type Known = {
  readonly end: Instant
  readonly sample: (name: string) => string
  readonly duty: (number: string) => string
  readonly contact: () => Value
  readonly post: (who: Who) => string
}

export function unitNamed(name: string): number {
  const id = units.get(name)
  if (id === undefined) throw new Error(`the demo city has no unit ${name}`)
  return id
}

/** '昆明市' is the city; everything else is named from the district down. */
export function areaNamed(path: number | string): number {
  if (typeof path === 'number') return path
  const code = areas.get(path)
  if (code === undefined) throw new Error(`the demo city has no area ${path}`)
  return code
}

/** A sample's value as the ask takes it. */
export function valueIn(value: SampleValue, known: Known): Value {
  if (typeof value !== 'object' || value === null || isList(value)) return value
  if ('sample' in value) return known.sample(value.sample)
  if ('unit' in value && !('qty' in value)) return unitNamed(value.unit)
  if ('units' in value) return value.units.map(unitNamed)
  if ('area' in value) return areaNamed(value.area)
  if ('daysAgo' in value) return addDays(dayOf(known.end), -value.daysAgo)
  if ('monthsAgo' in value) return monthAgo(dayOf(known.end), value.monthsAgo)
  if ('momentAgo' in value) return known.end - value.momentAgo * dayMs
  if ('dayAgo' in value) return clockAt(addDays(dayOf(known.end), -value.dayAgo), value.at)
  if ('yearAgo' in value) return yearOf(addDays(dayOf(known.end), -Math.ceil(value.yearAgo)))
  if ('post' in value) return known.post(value.post)
  if ('contact' in value) return value.contact === 'invented' ? known.contact() : value
  if ('duty' in value) return known.duty(value.duty)
  if ('duties' in value) return value.duties.map(known.duty)
  return value
}

function clockAt(day: Day, clock: string): Instant {
  const instant = instantOf(`${day}T${clock}:00+08:00`)
  if (instant === undefined) throw new Error(`no time ${clock}`)
  return instant
}

function monthAgo(day: Day, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

function isList(value: SampleValue & object): value is readonly Value[] {
  return Array.isArray(value)
}

function areasByPath(): ReadonlyMap<string, number> {
  const paths = new Map<number, string>()
  for (const { code, name, parent, level } of demoAreas()) {
    const above = parent === undefined ? '' : paths.get(parent)
    paths.set(code, level === 'city' || level === 'district' ? name : `${above}/${name}`)
  }
  return new Map([...paths].map(([code, path]) => [path, code]))
}
