import { placeOf } from '../../../kernel/directory.ts'
import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Context, Rule, Setter } from '../../../kernel/kind.ts'
import { addDays, type Day, dayOf, yearOf } from '../../../kernel/time.ts'
import { parameterAt, type World } from '../../../kernel/world.ts'
import { answersToAsker, committeeFor, personOf, unitOf } from '../reviewing.ts'
import { basis } from './fields.ts'

const lookBack = '对贯彻落实情况进行“回头看”'

/** The rules a problem's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  answersToAsker: answersToAsker('unit'),
  dueIsAhead: {
    says: '整改期限应在今天之后',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') > dayOf(at),
  },
  acceptedByAnother: {
    id: 'R042',
    says: '整改由别人验收，提交整改情况的人和整改单位不能自己销号',
    instead: '请上级党委或组织部门的其他同志验收',
    basis,
    holds: ({ actor, record }) =>
      unitOf(actor) !== numberOf(record.fields, 'unit') &&
      personOf(actor) !== textOf(record.fields, 'reporter'),
  },
  lookBackIsAhead: {
    id: 'R047',
    says: '回头看日期应在今天之后',
    instead: '不填日期，系统按参数定',
    basis: lookBack,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'lookBackOn') ?? '9999') > dayOf(at),
  },
  lookBackHasCome: {
    id: 'R047',
    says: '还没有到回头看的日期，不能了结',
    instead: '发现反弹的随时可以重新整改',
    basis: lookBack,
    holds: ({ record, at }) => (textOf(record.fields, 'lookBackOn') ?? '9999') <= dayOf(at),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  /** A problem is put right where the unit is; who raised it stands in its seats. */
  liesAtTheUnit: ({ input, world, at }) => {
    const area = world.directory.units.get(numberOf(input, 'unit') ?? 0)?.area
    const place = area === undefined ? undefined : placeOf(world.directory, area)
    return { ...(place && { place }), fields: begun(input, dayOf(at)) }
  },
  keepsSuperior: ({ actor, world }) => {
    const superior = committeeFor(world.directory, actor)
    if (superior === undefined || actor.by !== 'post') return {}
    return { fields: { host: superior.id, office: actor.post.unit } }
  },
  remembersReporter: ({ actor }) => ({ fields: { reporter: personOf(actor) ?? null } }),
  isLate: () => ({ fields: { late: 'late' } }),
  isInTime: () => ({ fields: { late: null } }),
  setsLookBack: (context) => ({
    fields: {
      lookBackOn:
        textOf(context.input, 'lookBackOn') ??
        addDays(dayOf(context.at), daysUntilLookBack(context)),
    },
  }),
  anotherRound: ({ record }) => ({
    fields: {
      late: null,
      lookBackOn: null,
      rounds: (numberOf(record.fields, 'rounds') ?? 1) + 1,
    },
  }),
  /** Opened again it is carried over at the end of the year at hand, and not for years gone by. */
  staysThisYear: ({ record, at }) => ({
    fields: { yearEnd: endOf(numberOf(record.fields, 'year') ?? 0, dayOf(at)) },
  }),
  /** The next year's cycle begins with it. */
  goesOn: ({ record }) => {
    const year = yearOf(textOf(record.fields, 'yearEnd') ?? '') + 1
    const carried = (numberOf(record.fields, 'carried') ?? 0) + 1
    return { fields: { year, yearEnd: `${year}-12-31`, carried } }
  },
}

function begun(input: Values, today: Day): Values {
  const year = numberOf(input, 'year') ?? 0
  return { firstYear: year, yearEnd: endOf(year, today), rounds: 1, carried: 0 }
}

/** A problem of last year that is named in January has the whole of this year. */
function endOf(year: number, today: Day): Day {
  return `${Math.max(year, yearOf(today))}-12-31`
}

function daysUntilLookBack({ world, at }: Pick<Context, 'at'> & { readonly world: World }): number {
  return Number(parameterAt(world, 'problem.lookBackDays', at)?.value ?? 0)
}
