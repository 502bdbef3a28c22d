import type { Role } from '../../../kernel/actor.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import {
  cityMaySet,
  isLater,
  isNotTheReporter,
  liesAtUnit,
  remembersReporter,
  superiorRelations,
  superiorSeats,
} from '../accountable.ts'
import { basis, fields } from './fields.ts'
import { states } from './flow.ts'

/** A head or secretary answers for the organisation; nobody else there needs to know. */
const answering: readonly Role[] = ['head', 'leader', 'secretary']

const given = {
  title: fields.title,
  detail: fields.detail,
  sort: { ...fields.sort, required: true },
  round: { ...fields.round, required: true },
  superior: { ...fields.superior, required: true },
  office: { ...fields.office, required: true },
  unit: { ...fields.unit, required: true },
  holder: { ...fields.holder, required: true },
  dueOn: { ...fields.dueOn, required: true },
} as const

/**
 * A problem or an accountability suggestion of a check, followed to its end. A suggestion is taken
 * up, or not, by people; the organisation concerned sees it and may state its view (D16).
 */
export const responsibilityItem = defineKind({
  name: 'responsibility-item',
  label: '检查问题和问责建议',
  group: 'appraisal-accountability',
  systems: ['main-responsibility-check'],
  version: 1,
  about: '主体责任检查梳理的问题、提出的问责建议，逐条办理、复核、办结；涉及的党组织可以陈述意见。',
  fields,
  title: 'title',
  slots: { k1: 'round', k2: 'sort', n1: 'unit', n2: 'holder', t1: 'dueOn' },
  searched: ['title', 'detail'],
  relations: {
    superior: superiorRelations.superior,
    office: superiorRelations.office,
    holder: { label: '办理的党组织', roles: answering, is: { seat: 'holder' } },
    unit: { label: '涉及的党组织', roles: answering, is: { seat: 'unit' } },
  },
  see: ['superior', 'office', 'holder', 'unit'],
  tellsReaders: true,
  seats: {
    ...superiorSeats,
    holder: { label: '办理的党组织', is: { field: 'holder' } },
    unit: { label: '涉及的党组织', is: { field: 'unit' } },
  },
  responsible: 'superior',
  countedBy: 'sort',
  starts: {
    give: {
      label: '交办',
      by: ['effect'],
      input: given,
      records: 'ResponsibilityItemGiven',
      says: '{sort}：交 {holder}，{dueOn} 前办理',
      keeps: Object.keys(given),
      sets: ['liesAtUnit'],
      to: 'open',
      tells: ['holder', 'unit'],
    },
  },
  states,
  clocks: {
    due: {
      label: '办理',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['open'],
      basis,
    },
    check: {
      label: '复核',
      stages: [{ limit: { parameter: 'responsibility.check' }, asks: 'noteCheckLate' }],
      runs: ['answered'],
      basis: cityMaySet,
    },
  },
  mainClock: 'due',
  rules: {
    problemsAreMet: {
      says: '问题要整改，不能“不采纳”',
      instead: '认为不属实的，请检查单位核实后撤销',
      basis,
      input: true,
      holds: ({ input, record }) =>
        input['outcome'] !== 'notTaken' || record.fields['sort'] === 'suggestion',
    },
    checkedByAnother: {
      says: '办结要经别人复核，报办理情况的人不能自己复核',
      instead: '请其他同志复核',
      basis,
      holds: isNotTheReporter,
    },
    dueIsAhead: isLater('dueOn', '办理期限应在今天之后', basis),
  },
  setters: { liesAtUnit, remembersReporter },
  counters: {
    problems: {
      label: '问题',
      cohort: ({ state, fields: own }) => own['sort'] === 'problem' && state !== 'withdrawn',
    },
    suggestions: {
      label: '问责建议',
      cohort: ({ state, fields: own }) => own['sort'] === 'suggestion' && state !== 'withdrawn',
    },
    ended: { label: '已办结', cohort: ({ state }) => state === 'ended' },
  },
  parameters: {
    'responsibility.check': limitParameter('检查事项复核时限', { qty: 10, unit: 'working-day' }),
  },
})
