import type { Role } from '../../kernel/actor.ts'
import { levelOfUnit, standsOver } from '../../kernel/area-tree.ts'
import { type Directory, placeOf, type Unit } from '../../kernel/directory.ts'
import { type Fields, listOf, numberOf } from '../../kernel/field.ts'
import type { Context, Relation, Rule, Seat, Setter } from '../../kernel/kind.ts'

/** Who works in the Party organisations of the four levels. */
export const staff: readonly Role[] = ['clerk', 'head', 'leader', 'secretary', 'worker']

/** The Party organisations themselves, from the city's committee to the community. */
export const organisations: readonly string[] = ['committee', 'street', 'community']
export const superiors: readonly string[] = ['committee', 'organisation', 'street']

export const fourLevels = [
  { value: 'city', label: '市' },
  { value: 'district', label: '区' },
  { value: 'street', label: '街道' },
  { value: 'community', label: '社区' },
] as const

/** What stands in every record that a superior keeps over those below it. */
export const superiorFields = {
  superior: { type: 'unit', label: '上级党组织' },
  office: { type: 'unit', label: '承办单位' },
  level: { type: 'choice', label: '层级', options: fourLevels },
} as const satisfies Fields

export const superiorRelations = {
  starter: {
    label: '上级党组织',
    roles: staff,
    is: { unitType: superiors, over: 'place' },
  },
  superior: { label: '上级党组织', roles: staff, is: { seat: 'superior' } },
  office: { label: '承办单位', roles: staff, is: { seat: 'office' } },
  above: {
    label: '本级和再上一级党委及督查部门',
    roles: staff,
    is: { unitType: ['committee', 'organisation', 'supervision'], over: 'place' },
  },
} as const satisfies Record<string, Relation>

export const superiorSeats = {
  superior: { label: '上级党组织', is: { field: 'superior' } },
  office: { label: '承办单位', is: { field: 'office' } },
} as const satisfies Record<string, Seat>

/** The record lies at the superior's own level, whatever place was named when it was begun. */
export const actsAsSuperior: Setter = (context) => {
  const { actor, world } = context
  const superior = superiorOf(context)
  if (actor.by !== 'post' || superior === undefined) return {}
  const place = placeOf(world.directory, superior.area)
  const level = levelOfUnit(world.directory, superior.id) ?? null
  return {
    fields: { superior: superior.id, office: actor.post.unit, level },
    ...(place === undefined ? {} : { place }),
  }
}

/** The Party organisation for which the asker acts: an organisation department acts for its
 *  committee. */
export function superiorOf({ actor, world }: Pick<Context, 'actor' | 'world'>): Unit | undefined {
  return actor.by === 'post' ? organisationOf(world.directory, actor.post.unit) : undefined
}

export function organisationOf(directory: Directory, id: number): Unit | undefined {
  const unit = directory.units.get(id)
  if (unit === undefined || organisations.includes(unit.type)) return unit
  return [...directory.units.values()].find(
    (one) => one.area === unit.area && one.type === 'committee',
  )
}

/** R027: an institution of a superior is opened on its own subordinates alone. */
export function onOwnSubordinates(name: string): Rule {
  return {
    id: 'R027',
    says: '只能对自己的下级党组织发起，不能对同级、上级或别处的单位发起',
    instead: '请选择本级所辖的区委、街道或社区党组织',
    basis: '上级对下级的四项制度（中央关于城市基层党建的意见）',
    input: true,
    holds: (context) => {
      const single = numberOf(context.input, name)
      const named = single === undefined ? listOf(context.input, name) : [single]
      return named.length > 0 && named.every((unit) => isSubordinate(context, unit))
    },
  }
}

function isSubordinate(context: Context, unit: unknown): boolean {
  const { directory } = context.world
  const superior = superiorOf(context)
  if (typeof unit !== 'number' || superior === undefined) return false
  const type = directory.units.get(unit)?.type ?? ''
  return organisations.includes(type) && standsOver(directory, superior.id, unit)
}
