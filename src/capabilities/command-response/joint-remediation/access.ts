import type { Relation, Seat } from '../../../kernel/kind.ts'

const working = ['clerk', 'dispatcher', 'head', 'secretary'] as const

/** Who may stand how to a campaign: the street leads, the units called take part, and who lives or
 *  trades there may say, by a link that names nobody, what came of it. */
export const relations = {
  territory: { label: '属地街道', roles: working, is: { unitType: ['street'], over: 'place' } },
  street: { label: '牵头街道', roles: working, is: { seat: 'street' } },
  department: { label: '参加单位', roles: [...working, 'worker'], is: { party: 'department' } },
  community: {
    label: '属地社区',
    roles: ['worker', 'secretary'],
    is: { unitType: ['community'], over: 'place' },
  },
  supervisor: {
    label: '督查单位',
    roles: ['supervisor', 'head'],
    is: { function: 'supervise', over: 'place' },
  },
  leader: {
    label: '属地领导',
    roles: ['leader', 'secretary'],
    is: { unitType: ['committee'], over: 'place' },
  },
  visitor: { label: '居民、商户', is: { anyone: 'link' } },
} as const satisfies Record<string, Relation>

export const see = ['street', 'department', 'community', 'supervisor', 'leader', 'visitor'] as const

export const seats = {
  street: { label: '牵头街道', is: { field: 'street' } },
  self: { label: '本单位', is: { self: 'party' } },
} as const satisfies Record<string, Seat>
