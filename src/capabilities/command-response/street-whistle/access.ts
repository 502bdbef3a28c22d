import type { Relation, Seat } from '../../../kernel/kind.ts'

const working = ['clerk', 'dispatcher', 'head', 'worker'] as const

/** Who may stand how to a whistle: the street that blew it, those called, those who rule on
 *  disputes, and who looks on from above. */
export const relations = {
  whistler: { label: '属地街道', roles: working, is: { unitType: ['street'], over: 'place' } },
  street: { label: '吹哨街道', roles: working, is: { seat: 'street' } },
  lead: { label: '牵头部门', roles: working, is: { seat: 'lead' } },
  department: { label: '报到部门', roles: working, is: { party: 'department' } },
  peer: { label: '协同街道', roles: working, is: { party: 'peer' } },
  arbiter: { label: '区裁定单位', roles: ['arbiter', 'head'], is: { seat: 'arbiter' } },
  cityArbiter: { label: '市裁定单位', roles: ['arbiter', 'head'], is: { seat: 'cityArbiter' } },
  supervisor: {
    label: '督查单位',
    roles: ['supervisor', 'head'],
    is: { function: 'supervise', over: 'place' },
  },
  leader: {
    label: '属地领导',
    roles: ['leader'],
    is: { unitType: ['committee', 'street'], over: 'place' },
  },
} as const satisfies Record<string, Relation>

export const see = [
  'street',
  'department',
  'peer',
  'arbiter',
  'cityArbiter',
  'supervisor',
  'leader',
] as const

export const seats = {
  street: { label: '吹哨街道', is: { field: 'street' } },
  lead: { label: '牵头部门', is: { field: 'lead' } },
  arbiter: { label: '区裁定单位', is: { function: 'ruling' } },
  cityArbiter: { label: '市裁定单位', is: { function: 'ruling', level: 'city' } },
  supervisor: { label: '区督查单位', is: { function: 'supervise' } },
  self: { label: '本单位', is: { self: 'party' } },
} as const satisfies Record<string, Seat>
