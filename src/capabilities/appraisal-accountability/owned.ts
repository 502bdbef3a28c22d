import type { Role } from '../../kernel/actor.ts'
import { type Directory, isEnded, placeOf, type Unit } from '../../kernel/directory.ts'
import { type Fields, numberOf, textOf } from '../../kernel/field.ts'
import type { Relation, Rule, Seat, Setter } from '../../kernel/kind.ts'
import { dayOf, yearOf } from '../../kernel/time.ts'

/** Who works in an organisation. */
export const staff: readonly Role[] = ['clerk', 'head', 'leader', 'secretary', 'worker']

/** The Party organisations whose secretaries answer for a year. */
const organisations: readonly string[] = ['committee', 'street', 'community']

/** What stands in every record of a year that a secretary answers for. */
export const ownedFields = {
  unit: { type: 'unit', label: '党组织', required: true, default: 'own-unit' },
  year: { type: 'number', label: '年度', required: true, min: 2000, max: 2100 },
  superior: { type: 'unit', label: '上级党组织' },
  office: { type: 'unit', label: '承办单位' },
  /** Who reported is kept so that the same person does not accept it in another post. */
  reporter: { type: 'code', label: '报告人', seenBy: [] },
  late: { type: 'choice', label: '时限', options: [{ value: 'late', label: '已超时' }] },
} as const satisfies Fields

export const begunBy = { unit: ownedFields.unit, year: ownedFields.year } as const

export const ownedRelations = {
  starter: {
    label: '党组织',
    roles: staff,
    is: { unitType: organisations, over: 'place' },
  },
  unit: { label: '党组织', roles: staff, is: { seat: 'unit' } },
  superior: { label: '上级党组织', roles: staff, is: { seat: 'superior' } },
  office: { label: '承办单位', roles: staff, is: { seat: 'office' } },
  above: {
    label: '区、市党委和组织部门',
    roles: staff,
    is: { unitType: ['committee', 'organisation'], over: 'place' },
  },
} as const satisfies Record<string, Relation>

export const ownedSeats = {
  unit: { label: '党组织', is: { field: 'unit' } },
  superior: { label: '上级党组织', is: { field: 'superior' } },
  office: { label: '承办单位', is: { field: 'office' } },
} as const satisfies Record<string, Seat>

/** Those who judge a record are found from the organisation, never typed by it. */
export const liesAtTheUnit: Setter = ({ input, world }) => {
  const { directory } = world
  const unit = directory.units.get(numberOf(input, 'unit') ?? 0)
  if (unit === undefined) return {}
  const superior = superiorOf(directory, unit)
  const place = placeOf(directory, unit.area)
  return {
    fields: {
      superior: superior?.id ?? null,
      office: (superior && officeOf(directory, superior))?.id ?? null,
    },
    ...(place === undefined ? {} : { place }),
  }
}

export const ownedSetters = {
  liesAtTheUnit,
  remembersReporter: ({ actor }) =>
    actor.by === 'post' ? { fields: { reporter: actor.post.person } } : {},
  isLate: () => ({ fields: { late: 'late' } }),
  isInTime: () => ({ fields: { late: null } }),
} as const satisfies Record<string, Setter>

const basis = '书记抓基层党建年度述职：一年一账，自己的账自己记、上级来验'

export const ownedRules = {
  isOwnUnit: {
    says: '只能为本单位填写',
    instead: '请由该单位自己填写',
    basis,
    input: true,
    holds: ({ input, actor }) => actor.by === 'post' && numberOf(input, 'unit') === actor.post.unit,
  },
  isThisYear: {
    says: '年度应是今年',
    basis,
    input: true,
    holds: ({ input, at }) => numberOf(input, 'year') === yearOf(dayOf(at)),
  },
  endsLater: {
    says: '期限应在今天之后',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') > dayOf(at),
  },
  judgedByAnother: {
    says: '由别人来验，报完成的人不能自己验收、评定',
    instead: '请本单位其他同志办理',
    basis,
    holds: ({ actor, record }) =>
      actor.by !== 'post' || actor.post.person !== textOf(record.fields, 'reporter'),
  },
} as const satisfies Record<string, Rule>

/** The organisation right above. Nothing stands above the city's committee on the platform: its own
 *  organisation department looks at its records. */
function superiorOf(directory: Directory, unit: Unit): Unit | undefined {
  const above = organisations.includes(unit.type)
    ? directory.areas.get(unit.area)?.parent
    : unit.area
  const found = above === undefined ? undefined : unitIn(directory, above, organisations)
  return found ?? unitIn(directory, unit.area, ['organisation'])
}

/** An organisation department does the work of its committee. */
function officeOf(directory: Directory, superior: Unit): Unit {
  return superior.type === 'committee'
    ? (unitIn(directory, superior.area, ['organisation']) ?? superior)
    : superior
}

function unitIn(directory: Directory, area: number, types: readonly string[]): Unit | undefined {
  return [...directory.units.values()].find(
    (one) => one.area === area && types.includes(one.type) && !isEnded(directory, one),
  )
}
