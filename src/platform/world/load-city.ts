import { z } from 'zod'
import type { Calendar } from '../../kernel/calendar.ts'
import { type Area, directoryOf, type Level, type Unit } from '../../kernel/directory.ts'
import type { Value } from '../../kernel/field.ts'
import type { Kind, Parameter } from '../../kernel/kind.ts'
import type { Dated, Practice } from '../../kernel/world.ts'
import { publishedCalendar } from '../calendar/published.ts'
import { neighbourItems, neighbourList, neighbourPrefix } from '../courier/neighbours.ts'
import { sm3 } from '../crypto/sm3.ts'
import type { Database } from '../store/database.ts'
import { withDays } from './calendar-days.ts'
import { type CityState, type ListItem, listShape } from './city-state.ts'
import { readSettings, type Setting, worldVersion } from './settings.ts'

export type Declared = {
  readonly registry: ReadonlyMap<string, Kind>
  /** Parameters of the platform itself, beside those that kinds declare. */
  readonly parameters: Readonly<Record<string, Parameter>>
}

/** Reads a city's directory and settings; nothing when the city has no areas yet. */
export async function loadCity(
  db: Database,
  city: number,
  declared: Declared,
): Promise<CityState | undefined> {
  const version = await worldVersion(db, city)
  const [areas, units, settings] = await Promise.all([
    loadAreas(db, city),
    loadUnits(db, city),
    Promise.all(
      ['parameter:', 'practice:', 'list:', 'calendar:', 'city', neighbourPrefix].map((prefix) =>
        readSettings(db, city, prefix),
      ),
    ),
  ])
  if (areas.length === 0) return undefined
  const [parameters = [], practices = [], lists = [], days = [], about = [], near = []] = settings
  const directory = directoryOf(areas, units)
  const said = aboutShape.safeParse(about.findLast((one) => one.name === 'city')?.value)
  return {
    city,
    name: directory.areas.get(city)?.name ?? '',
    demo: said.success && said.data.demo,
    version: sm3(`${version}|${areas.length}|${units.length}|${settings.flat().length}`).slice(
      0,
      16,
    ),
    world: {
      directory,
      calendar: calendarWith(days),
      practices: practices.flatMap(practiceIn),
      parameters: parametersWith(declared, parameters),
    },
    lists: { ...Object.fromEntries(lists.flatMap(listIn)), [neighbourList]: neighbourItems(near) },
  }
}

const aboutShape = z.object({ demo: z.boolean() })
const practiceShape = z.object({
  on: z.boolean(),
  to: z.number().optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
})

async function loadAreas(db: Database, city: number): Promise<readonly Area[]> {
  const rows = await db.read.selectFrom('area').selectAll().where('city', '=', city).execute()
  return rows.flatMap((row): Area[] => {
    const level = levels.find((one) => one === row.level)
    if (level === undefined) return []
    const { code, type, name, flags } = row
    // The driver gives lists of large numbers as texts.
    const successors = row.successors.map(Number)
    return [{ code, level, type, name, flags, ...dated(row), successors }]
  })
}

async function loadUnits(db: Database, city: number): Promise<readonly Unit[]> {
  const rows = await db.read
    .selectFrom('unit')
    .selectAll()
    .where('city', '=', city)
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const { id, name, type, functions, area, domains, successors } = row
    return {
      id,
      name,
      type,
      functions,
      area,
      domains,
      headChecks: row.head_checks,
      ...dated(row),
      successors,
    }
  })
}

function dated(row: {
  parent: number | null
  valid_from: number | null
  valid_to: number | null
  begun_by: string | null
  ended_by: string | null
}): Pick<Unit, 'parent' | 'from' | 'to' | 'begunBy' | 'endedBy'> {
  return {
    parent: row.parent ?? undefined,
    from: row.valid_from ?? undefined,
    to: row.valid_to ?? undefined,
    begunBy: row.begun_by ?? undefined,
    endedBy: row.ended_by ?? undefined,
  }
}

const levels: readonly Level[] = ['city', 'district', 'street', 'community', 'grid']

/** A practice's versions follow one another: each holds until the next begins. */
function practiceIn(setting: Setting, at: number, all: readonly Setting[]): readonly Practice[] {
  const read = practiceShape.safeParse(setting.value)
  if (!read.success || !read.data.on) return []
  const next = all.slice(at + 1).find((other) => other.name === setting.name)
  const to = Math.min(read.data.to ?? Infinity, next?.from ?? Infinity)
  return [
    {
      name: setting.name.slice('practice:'.length),
      from: setting.from,
      ...(to === Infinity ? {} : { to }),
      parameters: {},
    },
  ]
}

function parametersWith(
  { registry, parameters }: Declared,
  settings: readonly Setting[],
): Readonly<Record<string, readonly Dated<Value>[]>> {
  const declared = [
    ...Object.entries(parameters),
    ...[...registry.values()].flatMap((kind) => Object.entries(kind.parameters ?? {})),
  ]
  return Object.fromEntries(
    declared.map(([name, parameter]) => {
      const own = settings.filter((setting) => setting.name === `parameter:${name}`)
      const first = { from: 0, version: 'default', value: parameter.default }
      return [
        name,
        [
          first,
          ...own.map(({ from, version, value }) => ({ from, version, value: asValue(value) })),
        ],
      ]
    }),
  )
}

/** A setting's value was checked against its parameter's type when it was written. */
function asValue(value: unknown): Value {
  return value as Value
}

function listIn(setting: Setting): readonly (readonly [string, readonly ListItem[]])[] {
  const read = listShape.safeParse(setting.value)
  return read.success ? [[setting.name.slice('list:'.length), read.data]] : []
}

function calendarWith(settings: readonly Setting[]): Calendar {
  return settings.reduce(
    (calendar, setting) => withDays(calendar, setting.value, setting.version),
    builtIn(),
  )
}

let made: Calendar | undefined

/** The built-in notices take a tenth of a second to read: once for each process. */
function builtIn(): Calendar {
  made ??= publishedCalendar()
  return made
}
