import { flagOf, listOf, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Fact } from '../../../kernel/fact.ts'
import { type Context, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { basis } from '../inspecting.ts'
import { inItsStreet, ownUnit, signers, staff, streetsAreWithin } from '../sides.ts'
import { states } from './states.ts'
import { fields } from './fields.ts'

const announced = {
  matter: fields.matter,
  street: fields.street,
  visitOn: fields.visitOn,
  plan: fields.plan,
  approval: fields.approval,
} as const

/**
 * 对街道的检查考核: what was planned or approved is carried out; what nobody approved is shown to the
 * street as such, which may decline it or have the district look into it.
 */
export const streetInspection = defineKind({
  name: 'street-inspection',
  label: '对街道的检查考核',
  group: 'street-mandate',
  systems: ['street-inspection-approval'],
  version: 1,
  about: '对街道开展的每一次检查考核，写明依据的计划或批准；未经批准的，街道可以拒绝或反映。',
  fields,
  title: 'matter',
  slots: { k1: 'plan', k2: 'approval', n1: 'street', n2: 'department', t1: 'visitOn' },
  relations: {
    inspector: {
      label: '职能部门',
      roles: staff,
      is: { unitType: ['department'], over: 'place' },
    },
    anyStreet: { label: '街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    department: { label: '检查单位', roles: staff, is: { seat: 'department' } },
    street: { label: '被检查街道', roles: [...staff, ...signers], is: { seat: 'street' } },
    answerer: {
      label: '组织部门',
      roles: ['clerk', 'head', 'leader'],
      is: { seat: 'answerer' },
    },
    ofDepartment: { label: '检查单位', is: { seat: 'department' } },
    ofStreet: { label: '街道', is: { seat: 'street' } },
    organisation: { label: '组织部门', is: { function: 'organise', over: 'place' } },
    committee: { label: '党委', is: { function: 'lead', over: 'place' } },
    government: { label: '政府', is: { function: 'govern', over: 'place' } },
  },
  see: ['ofDepartment', 'ofStreet', 'organisation', 'committee', 'government'],
  seats: {
    department: { label: '检查单位', is: { field: 'department' } },
    street: { label: '街道', is: { field: 'street' } },
    answerer: { label: '区委组织部', is: { function: 'organise' } },
  },
  responsible: 'street',
  starts: {
    announce: {
      label: '通知检查考核',
      by: ['inspector'],
      input: announced,
      requires: ['streetsAreWithin'],
      records: 'InspectionAnnounced',
      says: '通知于 {visitOn} 检查考核',
      keeps: Object.keys(announced),
      sets: ['inItsStreet', 'isInspector', 'saysWhetherApproved'],
      facts: ['plan', 'approval'],
      moves: [{ to: 'announced', when: 'isApproved' }],
      to: 'unapproved',
      tells: ['street'],
    },
    report: {
      label: '反映未经批准的检查',
      by: ['anyStreet'],
      input: {
        matter: fields.matter,
        street: { ...fields.street, default: 'own-unit' },
        department: { ...fields.department, required: true },
        visitOn: { ...fields.visitOn, default: 'today' },
        account: { ...fields.account, required: true },
      },
      requires: ['streetsAreWithin'],
      records: 'InspectionReported',
      says: '反映{department}未经批准检查',
      keeps: ['matter', 'street', 'department', 'visitOn', 'account'],
      sets: ['inItsStreet'],
      to: 'reported',
      tells: ['answerer'],
    },
  },
  states,
  clocks: {
    visit: {
      label: '检查日期',
      stages: [{ limit: { until: 'visitOn' }, asks: 'visitOverrun' }],
      runs: ['announced'],
      basis: '通知写明的检查日期',
    },
    choose: {
      label: '街道答复',
      stages: [{ limit: { parameter: 'inspection.choose' }, asks: 'chooseOverrun' }],
      runs: ['unapproved'],
      basis,
    },
    answer: {
      label: '答复街道',
      stages: [{ limit: { parameter: 'inspection.answer' }, asks: 'answerOverrun' }],
      runs: ['reported'],
      basis,
    },
  },
  facts: {
    plan: covering('inspection-plan', 'plan'),
    approval: covering('street-inspection-approval', 'approval'),
  },
  rules: {
    streetsAreWithin,
    isApproved: {
      id: 'R013',
      says: '没有列入年度计划，也没有批准',
      basis,
      holds: ({ record }) => flagOf(record.fields, 'approved'),
    },
  },
  setters: {
    inItsStreet,
    isInspector: (context) => ({ fields: { department: ownUnit(context) ?? null } }),
    saysWhetherApproved: (context) => ({ fields: { approved: approvedBy(context) } }),
  },
  counters: {
    visits: { label: '检查考核', on: { start: true } },
    approved: {
      label: '经批准的检查考核',
      on: { start: true },
      when: (_, { fields: own }) => flagOf(own, 'approved'),
    },
    unapproved: {
      label: '未经批准的检查考核',
      on: { start: true },
      when: (_, { fields: own }) => !flagOf(own, 'approved'),
    },
  },
  parameters: {
    'inspection.choose': limitParameter('街道对未批检查的答复时限', {
      qty: 3,
      unit: 'working-day',
    }),
    'inspection.answer': limitParameter('未批检查反映的答复时限', { qty: 10, unit: 'working-day' }),
  },
})

function covering(kind: string, input: string): Fact {
  return { kind, where: { id: { input } }, states: ['inForce'], want: 'first' }
}

/** Planned or approved for this department, this street and this day. */
function approvedBy(context: Context): boolean {
  const { facts, input } = context
  const day = textOf(input, 'visitOn') ?? ''
  const covers = (own: Values) =>
    numberOf(own, 'department') === ownUnit(context) &&
    listOf(own, 'streets').includes(numberOf(input, 'street') ?? 0) &&
    (textOf(own, 'beginsOn') ?? '') <= day &&
    day <= (textOf(own, 'endsOn') ?? '')
  return ['plan', 'approval'].some((name) => facts[name]?.rows.some((row) => covers(row.fields)))
}
