import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { basis, fields } from './fields.ts'
import { starts, states } from './flow.ts'
import { rules, setters } from './rules.ts'

/** Those in a unit who deal with personnel: nobody else even knows that there is a case. */
const confidants = ['head', 'leader', 'secretary'] as const

/**
 * 派驻机构负责人征求意见: the head of a district department's body stationed in a street is appraised
 * or appointed only after the street was heard. A person decides, the one it is about is told, and
 * only the parties to the case see it.
 */
export const stationedHeadConsultation = defineKind({
  name: 'stationed-head-consultation',
  label: '派驻机构负责人征求意见',
  group: 'street-mandate',
  systems: ['stationed-head-consultation'],
  version: 1,
  about: '考核、任用派驻机构负责人先征求街道意见；只有当事单位的负责人看得到。',
  fields,
  title: 'body',
  slots: { k1: 'about', n1: 'department', n2: 'street' },
  relations: {
    superior: {
      label: '区职能部门',
      roles: confidants,
      is: { unitType: ['department'], over: 'place' },
    },
    department: { label: '主管部门', roles: confidants, is: { seat: 'department' } },
    street: { label: '街道党（工）委', roles: confidants, is: { seat: 'street' } },
    organisation: { label: '区委组织部', roles: confidants, is: { seat: 'organisation' } },
  },
  see: ['department', 'street', 'organisation'],
  tellsReaders: true,
  seats: {
    department: { label: '主管部门', is: { field: 'department' } },
    street: { label: '街道党（工）委', is: { field: 'street' } },
    organisation: { label: '区委组织部', is: { function: 'organise', level: 'district' } },
  },
  responsible: 'department',
  starts,
  states,
  clocks: {
    opinion: {
      label: '街道反馈意见',
      stages: [{ limit: { parameter: 'personnel.opinion' }, asks: 'lapse' }],
      runs: ['asking'],
      basis,
    },
    conclude: {
      label: '报审',
      stages: [{ limit: { parameter: 'personnel.conclude' }, asks: 'noteLate' }],
      runs: ['lapsed', 'opined'],
      basis,
    },
    review: {
      label: '程序审核',
      stages: [{ limit: { parameter: 'personnel.review' }, asks: 'noteReviewLate' }],
      runs: ['reviewing'],
      basis,
    },
  },
  mainClock: 'opinion',
  rules,
  setters,
  parameters: {
    'personnel.opinion': limitParameter('人事征求意见街道反馈时限', {
      qty: 5,
      unit: 'working-day',
    }),
    'personnel.conclude': limitParameter('听取意见后的报审时限', {
      qty: 30,
      unit: 'working-day',
    }),
    'personnel.review': limitParameter('程序审核时限', { qty: 10, unit: 'working-day' }),
  },
})
