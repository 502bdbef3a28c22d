import type { Actor, Role } from './actor.ts'
import type { Calendar } from './calendar.ts'
import { type Area, directoryOf, placeOf, type Unit } from './directory.ts'
import type { Value } from './field.ts'
import type { Kind } from './kind.ts'
import { type Rehearsal, rehearse, type Rehearsed } from './rehearsal.ts'
import { type Instant, instantOf } from './time.ts'
import type { World } from './world.ts'

/** A town small enough to know by heart: one city, two districts of two streets each, and the
 *  units that stories in tests need. */
export const town = {
  city: 1,
  district: 11,
  otherDistrict: 12,
  street: 111,
  otherStreet: 112,
  community: 1111,
  otherCommunity: 1112,
} as const

export const unit = {
  hotline: 1,
  callback: 2,
  citySupervision: 3,
  cityBureau: 4,
  cityArbiter: 5,
  cityCommittee: 6,
  cityGovernment: 7,
  cityOrganisation: 8,
  desk: 10,
  supervision: 11,
  arbiter: 12,
  bureau: 13,
  traffic: 14,
  committee: 15,
  government: 16,
  organisation: 17,
  otherDesk: 20,
  otherBureau: 21,
  street: 30,
  office: 31,
  community: 32,
  otherCommunity: 33,
  otherStreet: 40,
  foreignStreet: 50,
} as const

const areas: readonly Area[] = [
  { code: 1, level: 'city', type: '市', name: '同心市' },
  { code: 11, level: 'district', type: '区', name: '东区', parent: 1 },
  { code: 12, level: 'district', type: '区', name: '西区', parent: 1 },
  { code: 111, level: 'street', type: '街道', name: '前街', parent: 11 },
  { code: 112, level: 'street', type: '街道', name: '后街', parent: 11 },
  { code: 121, level: 'street', type: '街道', name: '西街', parent: 12 },
  { code: 1111, level: 'community', type: '社区', name: '一社区', parent: 111 },
  { code: 1112, level: 'community', type: '社区', name: '二社区', parent: 111 },
]

export const units: readonly Unit[] = [
  { id: 1, name: '市热线', type: 'city-hotline', functions: ['intake', 'dispatch'], area: 1 },
  { id: 2, name: '市回访中心', type: 'callback-centre', functions: ['callback'], area: 1 },
  { id: 3, name: '市督查室', type: 'supervision', functions: ['supervise'], area: 1 },
  { id: 4, name: '市城管局', type: 'department', functions: [], area: 1, domains: ['城市管理'] },
  { id: 5, name: '市编办', type: 'arbiter', functions: ['ruling'], area: 1 },
  {
    id: 10,
    name: '东区处置中心',
    type: 'district-centre',
    functions: ['intake', 'dispatch'],
    area: 11,
  },
  { id: 11, name: '东区督查室', type: 'supervision', functions: ['supervise'], area: 11 },
  { id: 12, name: '东区编办', type: 'arbiter', functions: ['ruling'], area: 11 },
  {
    id: 13,
    name: '东区城管局',
    type: 'department',
    functions: [],
    area: 11,
    parent: 4,
    domains: ['城市管理'],
  },
  { id: 14, name: '东区交警', type: 'department', functions: [], area: 11, domains: ['交通'] },
  { id: 15, name: '东区区委', type: 'committee', functions: [], area: 11 },
  {
    id: 20,
    name: '西区处置中心',
    type: 'district-centre',
    functions: ['intake', 'dispatch'],
    area: 12,
  },
  { id: 21, name: '西区城管局', type: 'department', functions: [], area: 12, parent: 4 },
  { id: 30, name: '前街街道', type: 'street', functions: [], area: 111 },
  { id: 31, name: '前街城管办', type: 'street-office', functions: [], area: 111, parent: 30 },
  { id: 32, name: '一社区', type: 'community', functions: [], area: 1111, parent: 30 },
  { id: 40, name: '后街街道', type: 'street', functions: [], area: 112 },
  { id: 50, name: '西街街道', type: 'street', functions: [], area: 121 },
]

/** The town with its Party committees, governments and organisation departments as well. */
export const governedUnits: readonly Unit[] = [
  ...units.map((one) => (one.type === 'committee' ? { ...one, functions: ['lead'] } : one)),
  { id: 6, name: '市委', type: 'committee', functions: ['lead'], area: 1 },
  { id: 7, name: '市政府', type: 'government', functions: ['govern'], area: 1 },
  { id: 8, name: '市委组织部', type: 'organisation', functions: ['organise'], area: 1 },
  { id: 16, name: '东区政府', type: 'government', functions: ['govern'], area: 11 },
  { id: 17, name: '东区区委组织部', type: 'organisation', functions: ['organise'], area: 11 },
  { id: 33, name: '二社区', type: 'community', functions: [], area: 1112, parent: 30 },
]

/** Weekdays work, 9 to 12 and 13 to 17; 2026 is published. */
const calendar: Calendar = {
  publishedYears: [2026],
  daysOff: ['2026-01-01', '2026-10-01', '2026-10-02'],
  workedWeekends: [],
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
  fixedHolidays: ['01-01'],
  version: 'test',
}

/** A moment in city time: '08-03 09:00' of 2026, or of another year that is written out. */
export function at(moment: string): Instant {
  const whole = /^\d{4}-\d\d-/.test(moment) ? moment : `2026-${moment}`
  const instant = instantOf(`${whole.replace(' ', 'T')}:00+08:00`)
  if (instant === undefined) throw new Error(`No moment ${moment}`)
  return instant
}

/** The town's world, with every parameter of the kinds at its default. */
export function townWorld(kinds: Iterable<Kind>, change: Partial<World> = {}): World {
  const declared = [...kinds]
  const parameters = Object.fromEntries(
    declared.flatMap((kind) =>
      Object.entries(kind.parameters ?? {}).map(([name, parameter]) => [
        name,
        [{ from: 0, version: 'default', value: parameter.default }],
      ]),
    ),
  )
  const practices = declared.flatMap((kind) =>
    (kind.practices ?? []).map((name) => ({ name, from: 0, parameters: {} })),
  )
  return { directory: directoryOf(areas, units), calendar, practices, parameters, ...change }
}

/** The same town, governed at both levels. */
export function governedWorld(kinds: Iterable<Kind>, change: Partial<World> = {}): World {
  return townWorld(kinds, { directory: directoryOf(areas, governedUnits), ...change })
}

export function post(role: Role, inUnit: number, name = `${role}-${inUnit}`): Actor {
  return { by: 'post', post: { id: name, person: `p-${name}`, unit: inUnit, role } }
}

type Data = Readonly<Record<string, Value>>
type How = { readonly by: Actor; readonly at: string; readonly data?: Data }

/** A record told step by step; a step that is refused where it should not be fails the test. */
export type Story = {
  readonly city: Rehearsal
  readonly world: World
  readonly begin: (what: {
    readonly kind: string
    readonly command: string
    readonly area: number
    readonly by: Actor
    readonly at: string
    readonly data?: Data
  }) => string
  /** `command` of a party is written 'role/unit/command'. */
  readonly does: (id: string, command: string, how: How) => Rehearsed
  readonly state: (id: string) => string
}

export function story(kinds: ReadonlyMap<string, Kind>, world = townWorld(kinds.values())): Story {
  let ids = 0
  const city = rehearse({
    kinds,
    world,
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
  })
  return {
    city,
    world,
    begin: ({ kind, command, area, by, at: when, data = {} }) => {
      city.until(at(when))
      const place = placeOf(world.directory, area)
      const told = city.ask({ kind, command, actor: by, at: at(when), place, data })
      if (!told.ok) throw new Error(`${command} is refused: ${told.refused}`)
      return told.record.id
    },
    does: (id, command, { by, at: when, data = {} }) => {
      city.until(at(when))
      const kind = city.record(id)?.kind ?? ''
      const [role, member, name] = command.split('/')
      const party = name === undefined ? undefined : { role: role ?? '', unit: Number(member) }
      return city.ask({
        kind,
        command: name ?? command,
        record: id,
        actor: by,
        at: at(when),
        party,
        data,
      })
    },
    state: (id) => city.record(id)?.state ?? 'none',
  }
}
