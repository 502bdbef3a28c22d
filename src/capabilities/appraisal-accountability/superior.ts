import type { Role } from '../../kernel/actor.ts'
import { levelOfUnit } from '../../kernel/area-tree.ts'
import { placeOf, type Unit } from '../../kernel/directory.ts'
import type { Fields } from '../../kernel/field.ts'
import type { Context, Relation, Seat, Setter } from '../../kernel/kind.ts'

/** Who works in the Party organisations of the four levels. */
export const staff: readonly Role[] = ['clerk', 'head', 'leader', 'secretary', 'worker']

const organisations: readonly string[] = ['committee', 'street', 'community']

const fourLevels = [
  { value: 'city', label: '市' },
  { value: 'district', label: '区' },
  { value: 'street', label: '街道' },
  { value: 'community', label: '社区' },
] as const

/** The Party organisation that appraises, and the office that does the work for it. */
export const hostFields = {
  host: { type: 'unit', label: '组织述职的党组织' },
  office: { type: 'unit', label: '承办单位' },
  level: { type: 'choice', label: '层级', options: fourLevels },
} as const satisfies Fields

export const hostRelations = {
  starter: {
    label: '上级党组织',
    roles: staff,
    is: { unitType: ['committee', 'organisation', 'street'], over: 'place' },
  },
  host: { label: '组织述职的党组织', roles: staff, is: { seat: 'host' } },
  office: { label: '承办单位', roles: staff, is: { seat: 'office' } },
} as const satisfies Record<string, Relation>

export const hostSeats = {
  host: { label: '组织述职的党组织', is: { field: 'host' } },
  office: { label: '承办单位', is: { field: 'office' } },
} as const satisfies Record<string, Seat>

/** The record lies at the host's own level, whatever place was named when it was begun. */
export const actsAsHost: Setter = (context) => {
  const { actor, world } = context
  const host = hostOf(context)
  if (actor.by !== 'post' || host === undefined) return {}
  const place = placeOf(world.directory, host.area)
  const level = levelOfUnit(world.directory, host.id) ?? null
  return {
    fields: { host: host.id, office: actor.post.unit, level },
    ...(place === undefined ? {} : { place }),
  }
}

/** The Party organisation for which the asker acts: an organisation department acts for its
 *  committee. */
export function hostOf({ actor, world }: Pick<Context, 'actor' | 'world'>): Unit | undefined {
  const own = actor.by === 'post' ? world.directory.units.get(actor.post.unit) : undefined
  if (own === undefined || organisations.includes(own.type)) return own
  return [...world.directory.units.values()].find(
    (one) => one.area === own.area && one.type === 'committee',
  )
}
