import { textOf, type Values } from '../../../kernel/field.ts'
import { type Context, defineKind, limitParameter, type Setting } from '../../../kernel/kind.ts'
import { signers, staff } from '../sides.ts'
import { applied, basis, fields } from './fields.ts'
import { approval, asksApprovers, asksStreets, heard, levelParameter } from './parties.ts'
import { facts, rules } from './rules.ts'
import { states } from './states.ts'

/**
 * 街道工作准入: what a department truly needs a street for is applied for with basis, time, money and
 * people; the streets are heard, Party committee and government each approve, the money arrives,
 * and only then may tasks be sent under it.
 */
export const streetDutyAdmission = defineKind({
  name: 'street-duty-admission',
  label: '街道工作准入',
  group: 'street-mandate',
  systems: ['street-duty-admission'],
  version: 1,
  about:
    '部门确需街道承担的工作，先听街道意见，再由党委和政府审核，经费到位后生效，到期退出或续期。',
  fields,
  title: 'matter',
  slots: { k1: 'taskKind', n1: 'department', t1: 'endsOn' },
  countedBy: 'taskKind',
  relations: {
    department: {
      label: '职能部门',
      roles: staff,
      is: { unitType: ['department'], over: 'place' },
    },
    applicant: { label: '申请部门', roles: [...staff, ...signers], is: { seat: 'department' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
    ...heard.relations,
    ...approval.relations,
  },
  see: ['reader'],
  seats: {
    department: { label: '申请部门', is: { field: 'department' } },
    ...heard.seats,
    ...approval.seats,
  },
  responsible: 'department',
  starts: {
    apply: {
      label: '申请街道工作准入',
      by: ['department'],
      input: applied,
      requires: ['streetsAreWithin', 'daysInOrder', 'notRelieved'],
      records: 'AdmissionApplied',
      says: '申请准入：{matter}',
      keeps: Object.keys(applied),
      sets: ['isApplicant', 'asksStreets'],
      to: 'opinions',
    },
    renewal: {
      label: '续期申请',
      by: ['effect'],
      input: { ...applied, department: fields.department, previous: fields.previous },
      requires: ['daysInOrder', 'notRelieved'],
      records: 'RenewalApplied',
      says: '申请续期：{matter}',
      keeps: [...Object.keys(applied), 'department', 'previous'],
      sets: ['asksStreets'],
      to: 'opinions',
    },
  },
  states,
  parties: { ...heard.parties, ...approval.parties },
  clocks: {
    handling: {
      label: '准入办理',
      stages: [{ limit: { parameter: 'admission.handle' }, asks: 'overrun' }],
      runs: ['opinions', 'review', 'returned'],
      basis,
    },
    money: {
      label: '经费到位',
      stages: [{ limit: { until: 'moneyDueOn' }, asks: 'noteMoneyLate' }],
      runs: ['admitted'],
      basis: '费随事转：准入时约定的到位日期',
    },
    validity: {
      label: '准入期限',
      stages: [{ limit: { until: 'endsOn' }, asks: 'expire' }],
      runs: ['admitted', 'inForce'],
      basis: '准入事项到期退出',
    },
  },
  mainClock: 'handling',
  facts,
  rules,
  setters: {
    ...heard.setters,
    ...approval.setters,
    asksStreets,
    asksApprovers,
    isApplicant: ({ actor }) => ({
      fields: { department: actor.by === 'post' ? actor.post.unit : null },
    }),
    dismissesApprovers: dismisses('approver'),
    dismissesStreets: dismisses('heard'),
  },
  effects: {
    opensRenewal: ({ record, input }) => [
      {
        open: 'street-duty-admission',
        command: 'renewal',
        input: { ...again(record.fields), ...input, previous: record.id },
      },
    ],
  },
  claims: {
    matter: {
      label: '同一准入事项',
      fields: ['department', 'matter'],
      while: 'always',
      states: ['opinions', 'review', 'returned', 'admitted'],
    },
  },
  counters: {
    admitted: { label: '准入事项', on: { enters: 'admitted' } },
    moneyInTime: {
      label: '经费按期到位',
      on: { event: 'MoneyArrived' },
      when: (_, { fields: own }) =>
        (textOf(own, 'moneyArrivedOn') ?? '') <= (textOf(own, 'moneyDueOn') ?? ''),
    },
    refused: { label: '不予准入', on: { enters: 'refused' } },
  },
  parameters: {
    ...heard.parameters,
    ...approval.parameters,
    ...levelParameter,
    'admission.handle': limitParameter('准入办理时限', { qty: 30, unit: 'working-day' }),
  },
})

/** What an application said, for the next one. */
function again(own: Values): Values {
  const names = [...Object.keys(applied), 'department']
  return Object.fromEntries(Object.entries(own).filter(([name]) => names.includes(name)))
}

function dismisses(role: string) {
  return ({ record }: Context): Setting => ({
    leave: record.parties.filter((one) => one.role === role).map(({ unit }) => ({ role, unit })),
  })
}
