import { type Unit, unitFor } from '../../../kernel/directory.ts'
import { listOf, numberOf, type Values } from '../../../kernel/field.ts'
import type { Context } from '../../../kernel/kind.ts'
import type { Party, RecordState } from '../../../kernel/record.ts'

/** How the rules of a whistle read their context, and what they rest on. */
export const basis = {
  whistle: '街道吹哨、部门报到',
  acceptance: '哨由街道吹、由街道销',
  ruling: '争议由上一级裁定一次',
  plan: '重点工作哨按方案确定的期限办结',
} as const

/** Everybody still expected: those released by a ruling are not. */
export function expectedParties(record: RecordState): readonly Party[] {
  return record.parties.filter(({ state }) => state !== 'released')
}

export function ownUnit({ actor }: Context): number | undefined {
  return actor.by === 'post' ? actor.post.unit : undefined
}

export function unitsIn(values: Values, name: string): readonly number[] {
  return listOf(values, name).filter((unit) => typeof unit === 'number')
}

/** Departments that the ask names, the lead among them. */
export function departmentsNamed(input: Values): readonly number[] {
  const lead = numberOf(input, 'lead')
  return [...new Set([...(lead === undefined ? [] : [lead]), ...unitsIn(input, 'called')])]
}

/** Who rules on a party's dispute: the district over its own, the city over whoever stands
 *  outside the street's district, as far as it has an arbiter. */
export function arbiterOf(context: Omit<Context, 'facts' | 'words' | 'input'>): Unit | undefined {
  const { world, record, party } = context
  const area = world.directory.units.get(party?.unit ?? 0)?.area
  const district = area === undefined ? undefined : districtOf(context, area)
  const isOutside = district !== record.place.district
  const city = unitFor(world.directory, { function: 'ruling', level: 'city' }, record.place)
  return (
    (isOutside ? city : undefined) ?? unitFor(world.directory, { function: 'ruling' }, record.place)
  )
}

function districtOf({ world }: Pick<Context, 'world'>, code: number): number | undefined {
  const { areas } = world.directory
  for (let area = areas.get(code); area !== undefined;) {
    if (area.level === 'district') return area.code
    area = area.parent === undefined ? undefined : areas.get(area.parent)
  }
  return undefined
}
