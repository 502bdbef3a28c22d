import { numberOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import {
  above,
  actsAsSuperior,
  cityMaySet,
  isLater,
  isNotTheReporter,
  liesAtUnit,
  namesThoseBelow,
  remembersReporter,
  staff,
  superiorOf,
  superiorRelations,
  superiorSeats,
  working,
} from '../accountable.ts'
import { basis, fields } from './fields.ts'
import { states } from './flow.ts'

const registered = {
  title: fields.title,
  detail: fields.detail,
  domain: fields.domain,
  unit: { ...fields.unit, required: true, of: working, default: 'own-unit' },
} as const

const isBelow = namesThoseBelow('unit', working)

/**
 * 问题短板台账: what was found is graded, put right and crossed off after a re-check by somebody
 * else. Found and solved are two counts; a solved one that comes back is not solved.
 */
export const shortcoming = defineKind({
  name: 'shortcoming',
  label: '问题短板',
  group: 'appraisal-accountability',
  systems: ['shortcoming-ledger'],
  version: 1,
  about: '排查出的风险隐患和问题短板：登记、分级、整改、复核、销号；查找数和解决数分开计。',
  fields,
  title: 'title',
  slots: { k1: 'domain', k2: 'grade', k3: 'late', n1: 'unit', n2: 'superior', t1: 'dueOn' },
  searched: ['title', 'detail'],
  relations: {
    finder: {
      label: '排查的党组织',
      roles: staff,
      is: { unitType: ['committee', 'organisation', 'street', 'community'], over: 'place' },
    },
    superior: superiorRelations.superior,
    office: superiorRelations.office,
    above,
    unit: { label: '责任单位', roles: staff, is: { seat: 'unit' } },
  },
  see: ['superior', 'above', 'unit'],
  seats: { ...superiorSeats, unit: { label: '责任单位', is: { field: 'unit' } } },
  responsible: 'unit',
  countedBy: 'domain',
  starts: {
    register: {
      label: '登记问题短板',
      by: ['finder'],
      input: registered,
      requires: ['unitIsOwn'],
      records: 'ShortcomingFound',
      says: '登记，由 {unit} 负责',
      keeps: Object.keys(registered),
      sets: ['actsAsSuperior', 'liesAtUnit'],
      to: 'found',
      tells: ['unit'],
    },
  },
  states,
  clocks: {
    grade: {
      label: '分级',
      stages: [{ limit: { parameter: 'shortcoming.grade' }, asks: 'noteUngraded' }],
      runs: ['found'],
      basis: cityMaySet,
    },
    due: {
      label: '整改',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['rectifying'],
      basis,
    },
    check: {
      label: '复核',
      stages: [{ limit: { parameter: 'shortcoming.check' }, asks: 'noteCheckLate' }],
      runs: ['checking'],
      basis: cityMaySet,
    },
  },
  mainClock: 'due',
  rules: {
    unitIsOwn: {
      ...isBelow,
      says: '责任单位应是本单位或所辖的单位',
      instead: '别处的问题，请报给共同的上级登记',
      holds: (context) =>
        numberOf(context.input, 'unit') === superiorOf(context) || isBelow.holds(context),
    },
    dueIsAhead: isLater('dueOn', '整改期限应在今天之后', basis),
    recheckedByAnother: {
      id: 'R126',
      says: '销号要经别人复核，报整改情况的人不能自己销号',
      instead: '请其他同志复核',
      basis: '查找和解决分开计；解决须经复核',
      holds: isNotTheReporter,
    },
  },
  setters: {
    actsAsSuperior,
    liesAtUnit,
    remembersReporter,
    isLate: () => ({ fields: { late: 'late' } }),
    anotherRound: ({ record }) => ({
      fields: {
        result: null,
        check: null,
        rounds: (numberOf(record.fields, 'rounds') ?? 1) + 1,
      },
    }),
  },
  counters: {
    found: { label: '查找', cohort: ({ state }) => state !== 'dismissed' },
    solved: { label: '解决', cohort: ({ state }) => state === 'solved' },
    reopened: { label: '反弹', on: { event: 'ShortcomingReopened' } },
  },
  parameters: {
    'shortcoming.grade': limitParameter('问题短板分级时限', { qty: 3, unit: 'working-day' }),
    'shortcoming.check': limitParameter('问题短板复核时限', { qty: 5, unit: 'working-day' }),
  },
})
