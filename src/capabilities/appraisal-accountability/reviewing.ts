import type { Actor, Role } from '../../kernel/actor.ts'
import { standsOver } from '../../kernel/area-tree.ts'
import { type Directory, placeOf, type Unit } from '../../kernel/directory.ts'
import { type Fields, listOf, numberOf } from '../../kernel/field.ts'
import type { Context, Relation, Rule, Seat, Setter } from '../../kernel/kind.ts'

/** Who prepares and carries on the appraisal in a committee, its organisation department or below. */
export const officials: readonly Role[] = ['clerk', 'head', 'leader', 'secretary', 'worker']
/** Personnel matters: those who answer for the unit, nobody of its desk. */
const confidants: readonly Role[] = ['head', 'leader', 'secretary']
/** Those who decide for a Party committee. */
const deciders: readonly Role[] = ['leader', 'secretary']
/** The one it is about: the head of a department, the secretary of a Party organisation. */
export const themselves: readonly Role[] = ['head', 'secretary']

export const cityMaySet = '本市参数，可在设置中修改'

/** What stands in every record that the committee above keeps over a unit below it. */
export const hostFields = {
  host: { type: 'unit', label: '上级党委' },
  office: { type: 'unit', label: '承办单位' },
} as const satisfies Fields

export const yearField = {
  type: 'number',
  label: '年度',
  required: true,
  min: 2000,
  max: 2100,
} as const

/** Units whose secretary reports. */
export const reporting = ['committee', 'street', 'community', 'department'] as const

export const starter: Relation = {
  label: '上级党委或组织部门',
  roles: officials,
  is: { unitType: ['committee', 'organisation', 'street'], over: 'place' },
}
/** The same, where persons are spoken of. */
export const trustedStarter: Relation = { ...starter, roles: confidants }
export const host: Relation = { label: '上级党委', roles: officials, is: { seat: 'host' } }
export const office: Relation = { label: '承办单位', roles: officials, is: { seat: 'office' } }
export const committee: Relation = {
  label: '上级党委负责人',
  roles: deciders,
  is: { seat: 'host' },
}
export const trustedOffice: Relation = {
  label: '组织部门负责人',
  roles: confidants,
  is: { seat: 'office' },
}

export const hostSeat: Seat = { label: '上级党委', is: { field: 'host' } }
export const officeSeat: Seat = { label: '承办单位', is: { field: 'office' } }
export const unitSeat: Seat = { label: '被评议单位', is: { field: 'unit' } }

/** The record lies with the committee that appraises, so that no count of a street or a community
 *  tells how its one secretary was judged. */
export const actsForCommittee: Setter = ({ actor, world }) => {
  const found = committeeFor(world.directory, actor)
  if (found === undefined || actor.by !== 'post') return {}
  const place = placeOf(world.directory, found.area)
  const fields = { host: found.id, office: actor.post.unit }
  return {
    fields: { ...fields, office: officeOf(world.directory, found) },
    ...(place && { place }),
  }
}

/** The Party organisation for which somebody acts: an organisation department acts for its
 *  committee. */
export function committeeFor(directory: Directory, actor: Actor): Unit | undefined {
  const own = actor.by === 'post' ? directory.units.get(actor.post.unit) : undefined
  if (own?.type !== 'organisation') return own
  return unitAt(directory, own.area, 'committee') ?? own
}

/** Who does the committee's work: its organisation department, or itself where it has none. */
function officeOf(directory: Directory, committeeUnit: Unit): number {
  const own = unitAt(directory, committeeUnit.area, 'organisation')
  return committeeUnit.type === 'committee' && own !== undefined ? own.id : committeeUnit.id
}

function unitAt(directory: Directory, area: number, type: string): Unit | undefined {
  return [...directory.units.values()].find((one) => one.area === area && one.type === type)
}

/** A committee appraises those below it and the departments of its own level, never its equals. */
export function answersToAsker(name: string): Rule {
  return {
    says: '只能对下级党组织或本级部门办理',
    instead: '请选择本级所辖的区委、街道、社区，或本级部门',
    basis: '述职评议考核由上级党委组织',
    input: true,
    holds: (context) => {
      const single = numberOf(context.input, name)
      const named = single === undefined ? listOf(context.input, name) : [single]
      return named.length > 0 && named.every((unit) => answersTo(context, unit))
    },
  }
}

function answersTo({ world: { directory }, actor }: Context, unit: unknown): boolean {
  const above = committeeFor(directory, actor)
  const below = typeof unit === 'number' ? directory.units.get(unit) : undefined
  if (above === undefined || below === undefined) return false
  const isOwnDepartment = below.area === above.area && below.type === 'department'
  return isOwnDepartment || standsOver(directory, above.id, below.id)
}

export function personOf(actor: Actor): string | undefined {
  return actor.by === 'post' ? actor.post.person : undefined
}

export function unitOf(actor: Actor): number | undefined {
  return actor.by === 'post' ? actor.post.unit : undefined
}
