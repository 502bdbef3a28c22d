import type { Relation, Seat } from '../../../kernel/kind.ts'
import { receiver } from './receiving.ts'

const working = ['clerk', 'dispatcher', 'head', 'worker'] as const

/** Who may stand how to an appeal. The complainant's identity is for intake, the handler and the
 *  call-back only; nobody sees sideways except as a party. */
export const relations = {
  public: { label: '居民', is: { anyone: 'public' } },
  reporter: { label: '诉求人', is: { anyone: 'link' } },
  intake: {
    label: '受理坐席',
    roles: ['agent', 'dispatcher', 'head'],
    is: { function: 'intake', over: 'place' },
  },
  receiver,
  desk: { label: '受理派单单位', roles: ['agent', 'dispatcher', 'head'], is: { seat: 'desk' } },
  handler: { label: '主办单位', roles: working, is: { seat: 'lead' } },
  leadHead: { label: '主办单位负责人', roles: ['head'], is: { seat: 'lead' } },
  office: { label: '承办科室', roles: working, is: { party: 'office' } },
  assist: { label: '协助社区', roles: working, is: { party: 'assist' } },
  co: { label: '协办部门', roles: working, is: { party: 'co' } },
  supervisor: {
    label: '督查单位',
    roles: ['supervisor', 'head'],
    is: { function: 'supervise', over: 'place' },
  },
  caller: {
    label: '回访员',
    roles: ['caller', 'head'],
    is: { function: 'callback', over: 'place' },
  },
  leader: {
    label: '属地领导',
    roles: ['leader'],
    is: { unitType: ['committee', 'street'], over: 'place' },
  },
  territory: {
    label: '属地街道',
    roles: ['dispatcher', 'head'],
    is: { unitType: ['street'], over: 'place' },
  },
  above: { label: '上级主管单位', roles: ['head', 'leader', 'clerk'], is: { above: 'lead' } },
} as const satisfies Record<string, Relation>

export const see = [
  'reporter',
  'desk',
  'handler',
  'office',
  'assist',
  'co',
  'supervisor',
  'caller',
  'leader',
  'territory',
  'above',
] as const

export const seats = {
  desk: { label: '受理派单单位', is: { field: 'desk' } },
  lead: { label: '主办单位', is: { field: 'lead' } },
  callback: { label: '回访单位', is: { function: 'callback' } },
  supervisor: { label: '区督查单位', is: { function: 'supervise' } },
  citySupervisor: { label: '市督查单位', is: { function: 'supervise', level: 'city' } },
  self: { label: '本单位', is: { self: 'party' } },
} as const satisfies Record<string, Seat>
