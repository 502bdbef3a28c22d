import type { Relation, Seat } from '../../../kernel/kind.ts'

const working = ['worker', 'clerk', 'dispatcher', 'agent', 'head', 'secretary'] as const

/** Who may stand how to a finding: the community it lies in, the unit at whose level it is, the one
 *  that handles it, those called, and the lines above the place. */
export const relations = {
  finder: {
    label: '网格员、社区工作者',
    roles: ['gridWorker', 'worker'],
    is: { unitType: ['community'], over: 'place' },
  },
  desk: { label: '研判交办单位', roles: working, is: { seat: 'desk' } },
  handler: { label: '处置单位', roles: working, is: { seat: 'handler' } },
  closer: { label: '结案单位', roles: working, is: { seat: 'closer' } },
  department: { label: '协同单位', roles: working, is: { party: 'department' } },
  territory: {
    label: '属地街道',
    roles: ['dispatcher', 'head', 'secretary', 'leader'],
    is: { unitType: ['street'], over: 'place' },
  },
  leader: {
    label: '属地领导',
    roles: ['leader', 'secretary', 'head'],
    is: { unitType: ['committee'], over: 'place' },
  },
  supervisor: {
    label: '督查单位',
    roles: ['supervisor', 'head'],
    is: { function: 'supervise', over: 'place' },
  },
} as const satisfies Record<string, Relation>

export const see = [
  'finder',
  'desk',
  'handler',
  'closer',
  'department',
  'territory',
  'leader',
  'supervisor',
] as const

export const seats = {
  finder: { label: '上报单位', is: { field: 'finder' } },
  desk: { label: '研判交办单位', is: { field: 'desk' } },
  handler: { label: '处置单位', is: { field: 'handler' } },
  closer: { label: '结案单位', is: { field: 'closer' } },
  supervisor: { label: '督查单位', is: { function: 'supervise' } },
  self: { label: '本单位', is: { self: 'party' } },
} as const satisfies Record<string, Seat>
