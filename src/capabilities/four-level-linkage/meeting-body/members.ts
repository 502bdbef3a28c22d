import { type Directory, type Level, narrowest, type Place } from '../../../kernel/directory.ts'
import { isGiven, textOf, type Value, type Values } from '../../../kernel/field.ts'
import type { Context, Setter } from '../../../kernel/kind.ts'
import type { Party, RecordState } from '../../../kernel/record.ts'
import { areaAbove, organsOf, unitsIn } from '../meeting-parts.ts'

const partyTypes = ['committee', 'street', 'community']

export function currentMembers({ parties }: RecordState): readonly Party[] {
  return parties.filter(({ role, state }) => role === 'member' && state === 'current')
}

/** True when some current member has its duty written down. */
export function someDuty(members: readonly Party[]): boolean {
  return members.some(({ fields }) => isGiven(fields['duty']))
}

/** Members and everything that follows from who they are. */
export const memberSetters = {
  begins: (context) => {
    const { record, world, input } = context
    const level = world.directory.areas.get(narrowest(record.place))?.level ?? 'city'
    const sort = textOf(input, 'sort') ?? ''
    return {
      fields: {
        ...organsOf(context, record.place),
        level,
        area: narrowest(record.place),
        rhythm: sort === 'joint' ? `joint-${level}` : sort,
        pace: 'onTime',
        held: 0,
        ...membership(context, unitsIn(input['units']), { sort, level }),
      },
      join: joining(context),
    }
  },
  addsMembers: (context) => {
    const { record, input } = context
    const now = currentMembers(record).map(({ unit }) => unit)
    return {
      fields: membership(context, [...now, ...unitsIn(input['units'])], textsOf(record.fields)),
      join: joining(context),
    }
  },
  keepsDuty: ({ input }) => ({ party: { duty: input['duty'] ?? null } }),
  letsGo: (context) => {
    const { record, party } = context
    const stay = currentMembers(record).filter(({ unit }) => unit !== party?.unit)
    return {
      fields: membership(
        context,
        stay.map(({ unit }) => unit),
        textsOf(record.fields),
      ),
    }
  },
} as const satisfies Record<string, Setter>

function textsOf(values: Values) {
  return { sort: textOf(values, 'sort') ?? '', level: textOf(values, 'level') ?? '' }
}

/** R023: a joint meeting above the communities takes in a Party organisation from right below. */
function membership(
  { record, world }: Context,
  units: readonly number[],
  { sort, level }: { readonly sort: string; readonly level: string },
): Readonly<Record<string, Value>> {
  const members = [...new Set(units)]
  if (sort !== 'joint' || level === 'community') return { members, below: 'exempt' }
  const taken = members.some((unit) => isFromBelow(world.directory, unit, record.place))
  return { members, below: taken ? 'taken' : 'lacking' }
}

function isFromBelow(directory: Directory, unit: number, place: Place): boolean {
  const member = directory.units.get(unit)
  return (
    member !== undefined &&
    partyTypes.includes(member.type) &&
    areaAbove(directory, member.area) === narrowest(place)
  )
}

function joining({ record, input, world }: Context) {
  return unitsIn(input['units']).map((unit) => ({
    role: 'member',
    unit,
    fields: {
      origin: originOf(world.directory, unit, record.place),
      ...(isGiven(input['duty']) ? { duty: input['duty'] ?? null } : {}),
    },
  }))
}

function originOf(directory: Directory, unit: number, place: Place): string {
  const member = directory.units.get(unit)
  if (member === undefined) return 'other'
  if (member.area === narrowest(place)) return 'own'
  if (isFromBelow(directory, unit, place)) return 'below'
  return above(directory, member.area, place) ? 'above' : 'other'
}

const order: readonly Level[] = ['city', 'district', 'street', 'community']

function above(directory: Directory, area: number, place: Place): boolean {
  const level = (code: number) => order.indexOf(directory.areas.get(code)?.level ?? 'community')
  return level(area) < level(narrowest(place))
}
