import type { Actor, Role } from '../../kernel/actor.ts'
import { type Directory, narrowest, type Place, unitFor } from '../../kernel/directory.ts'
import type { Option, Value, Values } from '../../kernel/field.ts'
import type { Context, Relation, Rule, Seat } from '../../kernel/kind.ts'

/** Whoever in a unit prepares, takes part in and follows up meetings. */
export const officials: readonly Role[] = ['clerk', 'dispatcher', 'head', 'leader', 'secretary']

/** Those sorts of bodies that one set of kinds serves. */
export const sorts: readonly Option[] = [
  { value: 'joint', label: '党建联席会议' },
  { value: 'leading', label: '基层党建基层治理领导（协调）机构' },
  { value: 'study', label: '党委专题研究' },
  { value: 'forum', label: '区委书记现场例会' },
]

export const levels: readonly Option[] = [
  { value: 'city', label: '市级' },
  { value: 'district', label: '区级' },
  { value: 'street', label: '街道' },
  { value: 'community', label: '社区' },
]

export const cityMaySet = '本市参数，可在设置中修改'

/** Party organisations and the organisation departments that work for them. */
const organTypes = ['committee', 'organisation', 'street', 'community'] as const

export const organ: Relation = {
  label: '本级党组织',
  roles: officials,
  is: { unitType: organTypes, over: 'place' },
}
export const host: Relation = { label: '召集单位', roles: officials, is: { seat: 'host' } }
export const organiser: Relation = {
  label: '组织部门',
  roles: officials,
  is: { seat: 'organiser' },
}
/** Committees and organisation departments of this level and those above. */
export const upper: Relation = {
  label: '本级和上级党委、组织部门',
  roles: officials,
  is: { unitType: ['committee', 'organisation'], over: 'place' },
}
export const supervisor: Relation = {
  label: '督查单位',
  roles: ['supervisor', 'head'],
  is: { function: 'supervise', over: 'place' },
}

export const hostSeat: Seat = { label: '召集单位', is: { field: 'host' } }
export const organiserSeat: Seat = { label: '组织部门', is: { field: 'organiser' } }

/** An organ acts for its own area: the committee itself, or its organisation department for it. */
export const isOwnArea: Rule = {
  says: '只能办本级的事项',
  instead: '上级党组织可以指导，不能代下级设立或登记',
  basis: '逐级建立，各级管各级',
  holds: ({ record, actor, world }) =>
    world.directory.units.get(unitOf(actor))?.area === narrowest(record.place),
}

/** The committee that an organ of this place acts for, and its organisation department. */
export function organsOf(
  { world, actor }: Pick<Context, 'world' | 'actor'>,
  place: Place,
): { readonly host: number; readonly organiser: Value } {
  const own = unitOf(actor)
  const { directory } = world
  const level = directory.areas.get(narrowest(place))?.level
  const holds = (name: string) => unitFor(directory, { function: name, level }, place)?.id
  return { host: holds('lead') ?? own, organiser: holds('organise') ?? null }
}

export function unitOf(actor: Actor): number {
  return actor.by === 'post' ? actor.post.unit : 0
}

/** Those of a record's values that were given. */
export function picked(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(
    names.flatMap((name): (readonly [string, Value])[] => {
      const value = values[name]
      return value === undefined || value === null ? [] : [[name, value]]
    }),
  )
}

export function unitsIn(value: Value | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
}

/** The area right above an area. */
export function areaAbove(directory: Directory, area: number): number | undefined {
  return directory.areas.get(area)?.parent
}
