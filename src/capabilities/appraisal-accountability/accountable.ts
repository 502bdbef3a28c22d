import type { Role } from '../../kernel/actor.ts'
import { areaHolds, standsOver } from '../../kernel/area-tree.ts'
import { placeOf } from '../../kernel/directory.ts'
import { type Fields, listOf, numberOf, textOf } from '../../kernel/field.ts'
import type { Context, Relation, Rule, Seat, Setter } from '../../kernel/kind.ts'
import { dayOf } from '../../kernel/time.ts'

/** Who works in the organisations that hold others, and are held, to account. */
export const staff: readonly Role[] = ['clerk', 'head', 'leader', 'secretary', 'worker']
const superiors: readonly string[] = ['committee', 'organisation', 'street']
export const organisations: readonly string[] = ['committee', 'street', 'community']
/** Whoever may be given a piece of work by a Party organisation. */
export const working: readonly string[] = ['committee', 'street', 'community', 'department']

/** The Party organisation that asks for something, and the unit that does so for it. */
export const superiorFields = {
  superior: { type: 'unit', label: '上级党组织' },
  office: { type: 'unit', label: '承办单位' },
} as const satisfies Fields

export const superiorRelations = {
  starter: { label: '上级党组织', roles: staff, is: { unitType: superiors, over: 'place' } },
  superior: { label: '上级党组织', roles: staff, is: { seat: 'superior' } },
  office: { label: '承办单位', roles: staff, is: { seat: 'office' } },
} as const satisfies Record<string, Relation>

/** Committees, organisation departments and supervisors whose area holds the record. */
export const above = {
  label: '本级和上级党委及督查部门',
  roles: staff,
  is: { unitType: ['committee', 'organisation', 'supervision'], over: 'place' },
} as const satisfies Relation

export const superiorSeats = {
  superior: { label: '上级党组织', is: { field: 'superior' } },
  office: { label: '承办单位', is: { field: 'office' } },
} as const satisfies Record<string, Seat>

/** An organisation department acts for the committee of its area; the record lies there. */
export const actsAsSuperior: Setter = (context) => {
  const superior = superiorOf(context)
  if (superior === undefined || context.actor.by !== 'post') return {}
  const { directory } = context.world
  const place = placeOf(directory, directory.units.get(superior)?.area ?? 0)
  return {
    fields: { superior, office: context.actor.post.unit },
    ...(place === undefined ? {} : { place }),
  }
}

/** The record lies where the unit is that answers for it. */
export const liesAtUnit: Setter = ({ input, world }) => {
  const area = world.directory.units.get(numberOf(input, 'unit') ?? 0)?.area
  const place = area === undefined ? undefined : placeOf(world.directory, area)
  return place === undefined ? {} : { place }
}

/** The unit that asks; for an organisation department the committee beside it. */
export function superiorOf({ actor, world }: Pick<Context, 'actor' | 'world'>): number | undefined {
  if (actor.by !== 'post') return undefined
  const own = world.directory.units.get(actor.post.unit)
  if (own?.type !== 'organisation') return own?.id
  return [...world.directory.units.values()].find(
    ({ area, type }) => area === own.area && type === 'committee',
  )?.id
}

/** The units named are of these types and stand below whoever asks for it. */
export function namesThoseBelow(name: string, types: readonly string[] = organisations): Rule {
  return {
    says: '只能选本级所辖的单位',
    instead: '请选本级党组织下面的单位；同级和上级的，请上级来选',
    basis: '上级党组织对下级负责',
    input: true,
    holds: (context) => {
      const { directory } = context.world
      const superior = numberOf(context.record.fields, 'superior') ?? superiorOf(context) ?? 0
      return namedIn(context, name).every(
        (unit) =>
          types.includes(directory.units.get(unit)?.type ?? '') &&
          (standsOver(directory, superior, unit) ||
            isBesideAsDepartment(context, { superior, unit })),
      )
    },
  }
}

/** A committee's own departments work in its very area. */
function isBesideAsDepartment(
  { world: { directory } }: Context,
  { superior, unit }: { readonly superior: number; readonly unit: number },
): boolean {
  const [over, under] = [directory.units.get(superior), directory.units.get(unit)]
  return (
    over?.type === 'committee' &&
    under?.type === 'department' &&
    areaHolds(directory, over.area, under.area)
  )
}

function namedIn({ input }: Context, name: string): readonly number[] {
  const one = numberOf(input, name)
  const units = one === undefined ? listOf(input, name) : [one]
  return units.filter((unit) => typeof unit === 'number')
}

/** A day that somebody names lies after today. */
export function isLater(name: string, says: string, basis: string): Rule {
  return {
    says,
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, name) ?? '9') > dayOf(at),
  }
}

/** Whoever reported is kept so that the same person does not check it in another post. */
export const remembersReporter: Setter = ({ actor }) =>
  actor.by === 'post' ? { fields: { reporter: actor.post.person } } : {}

export function isNotTheReporter({ actor, record }: Context): boolean {
  return actor.by !== 'post' || actor.post.person !== textOf(record.fields, 'reporter')
}

/** Units named in a list join as a party, each once. */
export function joining(role: string, names: readonly string[] = []): Setter {
  return ({ input, record }) => ({
    join: listOf(input, 'units').flatMap((unit) =>
      typeof unit !== 'number' || record.parties.some((one) => one.unit === unit)
        ? []
        : [{ role, unit, fields: picked(input, names) }],
    ),
  })
}

function picked(input: Context['input'], names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, input[name] ?? null]))
}

export const cityMaySet = '本市参数，可在设置中修改'
