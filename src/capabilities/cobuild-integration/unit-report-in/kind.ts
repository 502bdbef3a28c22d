import { isUnderUnit } from '../../../kernel/directory.ts'
import { isGiven, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import { type Context, defineKind, limitParameter, type Setter } from '../../../kernel/kind.ts'
import { dayOf, yearOf } from '../../../kernel/time.ts'
import { anyUnit, cityMaySet, isOfType, liesWith, staff, unitOf, upper } from '../market-parts.ts'
import { fields, promiseNames, reported } from './fields.ts'
import { states } from './states.ts'

const basis = '推动市、区两级机关和企事业单位党组织到社区报到全覆盖'
const keeping = '采取承诺践诺、志愿服务等做法参与社区治理、有效服务群众'

const promises = (own: Values) => promiseNames.filter((name) => isGiven(own[`promise${name}`]))
const isConfirmed = (state: string) => state === 'keeping' || state === 'evaluated'

/** The members of a unit are counted once a year, however many communities it goes to. */
function membersOnce({ facts, input, at }: Context): number | null {
  const year = yearOf(dayOf(at))
  const before = (facts['own']?.rows ?? []).some(
    ({ fields: own, state }) =>
      numberOf(own, 'year') === year &&
      !['declined', 'left'].includes(state) &&
      isGiven(own['members']),
  )
  return before ? null : (numberOf(input, 'members') ?? null)
}

const setters = {
  seatsBoth: (context) => {
    const { world, input, at } = context
    const unit = unitOf(context.actor)
    const community = numberOf(input, 'community')
    const { units } = world.directory
    const name = (id: number | undefined) => units.get(id ?? 0)?.name ?? ''
    return {
      fields: {
        unit: unit ?? null,
        superior: units.get(unit ?? 0)?.parent ?? null,
        year: yearOf(dayOf(at)),
        members: membersOnce(context),
        told: 0,
      },
      title: `${name(unit)}到${name(community)}报到`,
      ...liesWith(context, community),
    }
  },
  keepsProgress: ({ input, record }) => {
    const name = textOf(input, 'promise') ?? ''
    const { progress = null, isKept } = input
    return {
      fields: {
        [`progress${name}`]: progress,
        ...(isKept === true ? { [`kept${name}`]: true } : {}),
        told: (numberOf(record.fields, 'told') ?? 0) + 1,
      },
    }
  },
} as const satisfies Record<string, Setter>

/**
 * 双报到·单位: a unit's Party organisation reports in to a community with what it promises. It counts
 * only when the community confirmed it and a promise has progress.
 */
export const unitReportIn = defineKind({
  name: 'unit-report-in',
  label: '单位报到',
  group: 'cobuild-integration',
  systems: ['unit-report-in'],
  version: 1,
  about: '单位党组织到社区报到：写下承诺，社区确认，践诺有记录，年底社区评价并反馈上级。',
  fields,
  title: 'offer',
  slots: { n1: 'unit', n2: 'community', k1: 'rating' },
  searched: ['offer'],
  relations: {
    anyUnit,
    unit: { label: '报到单位', roles: staff, is: { seat: 'unit' } },
    community: { label: '报到社区', roles: staff, is: { seat: 'community' } },
    superior: { label: '上级单位', roles: staff, is: { seat: 'superior' } },
    upper,
  },
  see: ['unit', 'community', 'superior', 'upper'],
  seats: {
    unit: { label: '报到单位', is: { field: 'unit' } },
    community: { label: '报到社区', is: { field: 'community' } },
    superior: { label: '上级单位', is: { field: 'superior' } },
  },
  responsible: 'unit',
  starts: {
    report: {
      label: '单位报到',
      by: ['anyUnit'],
      input: reported,
      requires: ['isACommunity', 'isNotItself'],
      records: 'UnitReportedIn',
      says: '{unit} 申请报到',
      keeps: Object.keys(reported),
      sets: ['seatsBoth'],
      facts: ['own'],
      to: 'reported',
      tells: ['community'],
    },
  },
  states,
  clocks: {
    confirming: {
      label: '社区确认',
      stages: [{ limit: { parameter: 'reportIn.confirming' }, asks: 'noteUnconfirmed' }],
      runs: ['reported'],
      basis: cityMaySet,
    },
    keeping: {
      label: '践诺',
      stages: [{ limit: { parameter: 'reportIn.keeping' }, asks: 'noteStill' }],
      runs: ['keeping'],
      restarts: ['ProgressTold'],
      basis: cityMaySet,
    },
  },
  facts: { own: { kind: 'unit-report-in', where: { unit: { own: 'asker' } }, want: 'list' } },
  rules: {
    isACommunity: {
      says: '报到要到社区',
      instead: '请选择社区',
      basis,
      input: true,
      holds: ({ input, world }) =>
        isOfType(world.directory, numberOf(input, 'community'), ['community']),
    },
    isNotItself: {
      says: '社区和它所在的街道不用到社区报到',
      basis,
      input: true,
      holds: ({ input, actor, world }) => {
        const [own, community] = [unitOf(actor), numberOf(input, 'community')]
        return (
          own !== undefined &&
          community !== undefined &&
          !isOfType(world.directory, own, ['community', 'street', 'street-office']) &&
          !isUnderUnit(world.directory, community, own)
        )
      },
    },
    promiseExists: {
      id: 'R052',
      says: '没有这项承诺',
      basis: keeping,
      input: true,
      holds: ({ input, record }) =>
        promises(record.fields).some((name) => name === input['promise']),
    },
    progressWasTold: {
      id: 'R052',
      says: '还没有践诺记录，不能评价',
      instead: '请报到单位先记践诺',
      basis: keeping,
      holds: ({ record }) => (numberOf(record.fields, 'told') ?? 0) > 0,
    },
  },
  setters,
  claims: {
    once: {
      label: '本单位今年在这个社区的报到',
      fields: ['unit', 'community', 'year'],
      while: 'open',
    },
  },
  counters: {
    reported: { label: '申请报到', cohort: () => true },
    confirmed: { label: '社区已确认的报到', cohort: ({ state }) => isConfirmed(state) },
    counts: {
      label: '有效报到',
      cohort: ({ state, fields: own }) => isConfirmed(state) && (numberOf(own, 'told') ?? 0) > 0,
    },
    members: {
      label: '报到单位在职党员',
      cohort: ({ fields: own, state }) =>
        isConfirmed(state) ? (numberOf(own, 'members') ?? 0) : 0,
    },
    promised: { label: '承诺', cohort: ({ fields: own }) => promises(own).length },
    kept: {
      label: '兑现的承诺',
      cohort: ({ fields: own }) =>
        promises(own).filter((name) => own[`kept${name}`] === true).length,
    },
  },
  parameters: {
    'reportIn.confirming': limitParameter('报到确认时限', { qty: 5, unit: 'working-day' }),
    'reportIn.keeping': limitParameter('践诺记录间隔', { qty: 90, unit: 'day' }),
  },
})
