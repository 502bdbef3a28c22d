import { isEnded } from '../../../kernel/directory.ts'
import { numberOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { basis, departmentsNamed, ownUnit, unitsIn } from './reading.ts'

/** Who may whistle, and who can be called. */
export const callingRules: Readonly<Record<string, Rule>> = {
  aStreetWhistles: {
    id: 'R016',
    says: '只有事项所在的街道（乡镇）可以吹哨',
    instead: '部门请用协办',
    basis: basis.whistle,
    input: true,
    holds: ({ input, record, world }) => {
      const street = world.directory.units.get(numberOf(input, 'street') ?? 0)
      return street?.type === 'street' && street.area === record.place.street
    },
  },
  departmentsCanBeCalled: {
    says: '只能吹哨到本市、本区的部门，已撤销的单位不能吹哨',
    instead: '别的街道请列为协同街道',
    basis: basis.whistle,
    input: true,
    holds: ({ input, record, world }) =>
      departmentsNamed(input).every((id) => {
        const unit = world.directory.units.get(id)
        const { city, district, street } = record.place
        return (
          unit?.type === 'department' &&
          !isEnded(world.directory, unit) &&
          [city, district, street].includes(unit.area)
        )
      }),
  },
  peersAreOtherStreets: {
    says: '协同街道要是本街道以外的街道',
    basis: basis.whistle,
    input: true,
    holds: (context) => {
      const { input, record, world } = context
      const own = numberOf(record.fields, 'street') ?? numberOf(input, 'street') ?? ownUnit(context)
      return unitsIn(input, 'peers').every((id) => {
        const unit = world.directory.units.get(id)
        return id !== own && unit?.type === 'street' && !isEnded(world.directory, unit)
      })
    },
  },
  namesSomebodyNew: {
    says: '请写明新增的单位；已经吹过哨的不重复吹',
    basis: basis.whistle,
    input: true,
    holds: ({ input, record }) => {
      const named = [...unitsIn(input, 'called'), ...unitsIn(input, 'peers')]
      return named.length > 0 && !record.parties.some((party) => named.includes(party.unit))
    },
  },
}
