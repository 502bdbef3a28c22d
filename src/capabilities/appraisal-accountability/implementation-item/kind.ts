import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import {
  above,
  actsAsSuperior,
  cityMaySet,
  joining,
  organisations,
  remembersReporter,
  staff,
  superiorRelations,
  superiorSeats,
} from '../accountable.ts'
import { basis, fields } from './fields.ts'
import { parties, states } from './flow.ts'
import { rules, setters } from './rules.ts'

const deployed = {
  title: fields.title,
  order: fields.order,
  unit: { ...fields.unit, required: true, of: organisations },
  dueOn: { ...fields.dueOn, required: true },
} as const

/**
 * 回头看: what a superior deployed is broken down, carried out and closed by somebody else, and then
 * looked at once more on a day of its own. What did not last is open again.
 */
export const implementationItem = defineKind({
  name: 'implementation-item',
  label: '贯彻落实事项',
  group: 'appraisal-accountability',
  systems: ['look-back'],
  version: 1,
  about: '上级部署的事项：分解、落实、核实闭环，到期“回头看”；没有落实到位的重新落实。',
  fields,
  title: 'title',
  slots: { k1: 'late', n1: 'unit', n2: 'superior', t1: 'dueOn', t2: 'lookOn' },
  searched: ['title', 'order'],
  relations: {
    ...superiorRelations,
    above,
    unit: { label: '落实单位', roles: staff, is: { seat: 'unit' } },
    doer: { label: '承担单位', roles: staff, is: { party: 'doer' } },
  },
  see: ['superior', 'above', 'unit', 'doer'],
  seats: {
    ...superiorSeats,
    unit: { label: '落实单位', is: { field: 'unit' } },
    doer: { label: '承担单位', is: { self: 'party' } },
  },
  responsible: 'unit',
  starts: {
    deploy: {
      label: '部署',
      by: ['starter'],
      input: deployed,
      requires: ['unitIsBelow', 'dueIsAhead'],
      records: 'ItemDeployed',
      says: '部署 {unit}，{dueOn} 前落实',
      keeps: Object.keys(deployed),
      sets: ['actsAsSuperior'],
      to: 'deployed',
      tells: ['unit'],
    },
  },
  states,
  parties,
  clocks: {
    breakDown: {
      label: '分解',
      stages: [{ limit: { parameter: 'item.breakDown' }, asks: 'noteUnbroken' }],
      runs: ['deployed'],
      basis: cityMaySet,
    },
    due: {
      label: '落实',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['doing'],
      basis,
    },
    check: {
      label: '核实',
      stages: [{ limit: { parameter: 'item.check' }, asks: 'noteCheckLate' }],
      runs: ['reported'],
      basis: cityMaySet,
    },
    look: {
      label: '回头看',
      stages: [{ limit: { until: 'lookOn' }, asks: 'noteLook' }],
      runs: ['closed'],
      basis,
    },
  },
  mainClock: 'due',
  rules,
  setters: { ...setters, actsAsSuperior, remembersReporter, namesDoers: joining('doer') },
  counters: {
    deployed: { label: '部署事项', cohort: () => true },
    closed: { label: '闭环', on: { event: 'ItemClosed' } },
    stood: { label: '回头看通过', on: { event: 'ItemStood' } },
    failed: { label: '回头看未通过', on: { event: 'ItemFailed' } },
  },
  parameters: {
    'item.breakDown': limitParameter('分解时限', { qty: 5, unit: 'working-day' }),
    'item.check': limitParameter('落实核实时限', { qty: 5, unit: 'working-day' }),
    'item.lookAfter': {
      label: '闭环后多少天“回头看”',
      type: 'number',
      default: 90,
      basis: cityMaySet,
    },
  },
})
