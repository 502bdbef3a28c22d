import { unitsOf } from '../../../kernel/area-tree.ts'
import { listOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { basis, isCommander } from './zone.ts'

/** What a zone is made of, and who commands it. */
export const rules: Readonly<Record<string, Rule>> = {
  isAStreet: {
    says: '一个街道是一个战区，请把地区选到街道',
    basis,
    holds: ({ record, world: { directory } }) =>
      record.place.street !== undefined &&
      unitsOf(directory, { type: 'street', under: record.place.street }).length > 0,
  },
  forcesAreDepartmentsHere: {
    says: '编入战区的是本市、本区的部门',
    basis,
    input: true,
    holds: ({ input, record, world: { directory } }) =>
      listOf(input, 'forces').every((one) => {
        const unit = typeof one === 'number' ? directory.units.get(one) : undefined
        const { city, district } = record.place
        return unit?.type === 'department' && [city, district].includes(unit.area)
      }),
  },
  onlyTheSecretary: {
    id: 'R018',
    says: '代行人由总指挥（街道党工委书记）本人登记',
    basis,
    holds: ({ actor }) => actor.by === 'post' && actor.post.role === 'secretary',
  },
  endsLater: {
    says: '代行要写明到今天或以后的哪一天',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'delegateUntil') ?? '') >= dayOf(at),
  },
  isCommanderHere: {
    id: 'R018',
    says: '只有总指挥（街道党工委书记）或登记在册的代行人可以转换战区状态',
    instead: '请总指挥办理，或由总指挥登记代行人',
    basis,
    holds: ({ actor, record, at }) => isCommander(actor, record.fields, dayOf(at)),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  seatsStreet: ({ record, world: { directory } }) => {
    const { street = 0 } = record.place
    const [own] = unitsOf(directory, { type: 'street', under: street })
    return { fields: { holder: own?.id ?? null } }
  },
  joinsForces: ({ input, record }) => {
    const known = unitsIn(record.fields)
    const more = unitsIn(input).filter((unit) => !known.includes(unit))
    return {
      fields: { forces: [...known, ...more] },
      join: more.map((unit) => ({ role: 'force', unit })),
    }
  },
  leavesForces: ({ input, record }) => {
    const gone = unitsIn(input)
    return {
      fields: { forces: unitsIn(record.fields).filter((unit) => !gone.includes(unit)) },
      leave: gone.map((unit) => ({ role: 'force', unit })),
    }
  },
  keepsTeam: ({ input }) => ({ party: { team: input['team'] ?? null } }),
}

function unitsIn(values: Values): readonly number[] {
  return listOf(values, 'forces').filter((unit) => typeof unit === 'number')
}
