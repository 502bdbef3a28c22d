import { listOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { actsAsSuperior, cityMaySet, superiorRelations, superiorSeats } from '../accountable.ts'
import { basis, fields } from './fields.ts'
import { states } from './flow.ts'
import { effects, facts, rules, setters } from './rules.ts'

const planned = {
  title: fields.title,
  year: fields.year,
  units: fields.units,
  list: fields.list,
  onDay: fields.onDay,
} as const

/**
 * 主体责任检查: a round of checks by a list of responsibilities. Persons spoken to are counted and
 * never named; problems and accountability suggestions are records of their own, each followed to
 * its end. Only the Party organisation that checks reads the round.
 */
export const responsibilityCheck = defineKind({
  name: 'responsibility-check',
  label: '主体责任检查',
  group: 'appraisal-accountability',
  systems: ['main-responsibility-check'],
  version: 1,
  about: '按责任清单检查下级党组织：访谈约谈只计人数，问题和问责建议逐条跟踪，结果由记录得出。',
  fields,
  title: 'title',
  slots: { n1: 'superior', n2: 'year', t1: 'onDay' },
  searched: ['title'],
  relations: superiorRelations,
  see: ['superior', 'office'],
  tellsReaders: true,
  seats: superiorSeats,
  responsible: 'superior',
  starts: {
    plan: {
      label: '列检查计划',
      by: ['starter'],
      input: planned,
      requires: ['unitsAreBelow', 'isAhead'],
      records: 'CheckPlanned',
      says: '计划 {onDay} 检查',
      keeps: Object.keys(planned),
      sets: ['actsAsSuperior'],
      to: 'planned',
    },
  },
  states,
  clocks: {
    day: {
      label: '检查',
      stages: [{ limit: { until: 'onDay' }, asks: 'noteUnbegun' }],
      runs: ['planned'],
      basis,
    },
    conclude: {
      label: '结束检查',
      stages: [{ limit: { parameter: 'check.conclude' }, asks: 'noteUnconcluded' }],
      runs: ['underway'],
      basis: cityMaySet,
    },
    follow: {
      label: '跟踪',
      stages: [{ limit: { parameter: 'check.follow' }, asks: 'noteOpen' }],
      runs: ['following'],
      basis: cityMaySet,
    },
  },
  mainClock: 'conclude',
  facts,
  rules,
  setters: { ...setters, actsAsSuperior },
  effects,
  counters: {
    rounds: { label: '检查轮次', cohort: ({ state }) => state !== 'cancelled' },
    interviewed: {
      label: '访谈约谈人数',
      cohort: ({ fields: own }) => listOf(own, 'spoken').length,
    },
  },
  parameters: {
    'check.conclude': limitParameter('主体责任检查时限', { qty: 30, unit: 'day' }),
    'check.follow': limitParameter('检查结果跟踪期', { qty: 180, unit: 'day' }),
  },
})
