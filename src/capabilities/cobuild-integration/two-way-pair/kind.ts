import { listOf } from '../../../kernel/field.ts'
import { type Counter, defineKind, limitParameter } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { above, cityMaySet, signers, staff } from '../partners.ts'
import { fields } from './fields.ts'
import { effects, rules, setters } from './rules.ts'
import { basis, directions } from './sides.ts'
import { states } from './states.ts'

/**
 * 双向结对: an industry department and a territory. It is two-way only when all four mechanisms have
 * records in both directions within the year; whatever is missing is named. Consultation is regular.
 */
export const twoWayPair = defineKind({
  name: 'two-way-pair',
  label: '双向结对',
  group: 'cobuild-integration',
  systems: ['two-way-responsibility', 'two-way-consultation', 'two-way-appraisal'],
  version: 1,
  about: '行业部门与街道社区结对，四项机制两个方向都有记录才算双向，缺哪个方向直接写明。',
  fields,
  title: 'title',
  slots: { k1: 'verdict', n1: 'industry', n2: 'territory', t1: 'consultedOn' },
  searched: ['title'],
  relations: {
    starter: {
      label: '行业部门或街道社区',
      roles: staff,
      is: { unitType: ['department', 'street', 'community'], over: 'place' },
    },
    industry: { label: '行业部门', roles: staff, is: { seat: 'industry' } },
    territory: { label: '属地', roles: staff, is: { seat: 'territory' } },
    industrySigner: { label: '行业部门负责人', roles: signers, is: { seat: 'industry' } },
    territorySigner: { label: '属地负责人', roles: signers, is: { seat: 'territory' } },
    awaitingSigner: { label: '待确认一方负责人', roles: signers, is: { seat: 'awaiting' } },
    above,
  },
  see: ['industry', 'territory', 'above'],
  seats: {
    industry: { label: '行业部门', is: { field: 'industry' } },
    territory: { label: '属地', is: { field: 'territory' } },
    awaiting: { label: '待确认一方', is: { field: 'awaiting' } },
  },
  responsible: 'industry',
  starts: {
    propose: {
      label: '提议结对',
      by: ['starter'],
      input: {
        title: fields.title,
        other: {
          type: 'unit',
          of: ['department', 'street', 'community'],
          label: '对方单位',
          required: true,
        },
      },
      requires: ['isIndustryAndTerritory'],
      records: 'PairProposed',
      says: '{unit} 提议结对',
      keeps: ['title'],
      sets: ['seatsBoth'],
      to: 'proposed',
      tells: ['awaiting'],
    },
  },
  states,
  clocks: {
    reply: {
      label: '确认',
      stages: [{ limit: { parameter: 'pair.reply' }, asks: 'noteReplyLate' }],
      runs: ['proposed'],
      basis: cityMaySet,
    },
    consult: {
      label: '会商',
      stages: [{ limit: { parameter: 'pair.consult' }, asks: 'noteOverdue' }],
      runs: ['active'],
      restarts: ['PairConsulted'],
      basis: `行业部门定期与街道社区会商，周期为${cityMaySet}`,
    },
    year: {
      label: '年度',
      stages: [{ limit: { until: 'yearEnd' }, asks: 'turnYear' }],
      runs: ['active'],
      restarts: ['PairYearTurned'],
      basis,
    },
  },
  mainClock: 'consult',
  rules,
  setters,
  effects,
  claims: {
    pair: { label: '同一对单位的结对', fields: ['industry', 'territory'], while: 'open' },
  },
  counters: {
    paired: { label: '结对中', cohort: isActive },
    twoWay: { label: '双向的结对', cohort: (pair) => isActive(pair) && lacks(pair).length === 0 },
    overdue: {
      label: '会商逾期的结对',
      cohort: (pair) => isActive(pair) && pair.fields['overdue'] === true,
    },
    ...Object.fromEntries(directions.map(lacking)),
  },
  parameters: {
    'pair.reply': limitParameter('结对确认时限', { qty: 10, unit: 'working-day' }),
    'pair.consult': limitParameter('双向会商周期', { qty: 90, unit: 'day' }),
  },
})

function isActive({ state }: RecordState): boolean {
  return state === 'active'
}

function lacks({ fields: own }: RecordState): readonly unknown[] {
  return listOf(own, 'missing')
}

function lacking({ value, label }: (typeof directions)[number]): readonly [string, Counter] {
  const cohort = (pair: RecordState) => isActive(pair) && lacks(pair).includes(value)
  return [value, { label, cohort }]
}
