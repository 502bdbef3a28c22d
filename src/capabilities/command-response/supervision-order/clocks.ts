import { type Clock, type Parameter, limitParameter } from '../../../kernel/kind.ts'
import type { Limit } from '../../../kernel/limit.ts'
import { basis } from './fields.ts'

/** Each level has its own time for a reply, begun anew when it climbs. */
export const clocks = {
  sign: {
    label: '签收',
    stages: [{ limit: { parameter: 'supervision.sign' }, asks: 'noteSignLate' }],
    runs: ['issued'],
    basis,
  },
  reply: {
    label: '答复',
    stages: [
      {
        limit: {
          field: 'level',
          parameters: {
            street: 'supervision.street',
            district: 'supervision.district',
            city: 'supervision.city',
          },
        },
        asks: 'escalate',
      },
    ],
    runs: ['issued', 'signed'],
    restarts: ['SupervisionEscalated'],
    basis,
  },
  verify: {
    label: '核实',
    stages: [{ limit: { parameter: 'supervision.verify' }, asks: 'noteVerifyLate' }],
    runs: ['replied'],
    basis,
  },
} as const satisfies Record<string, Clock>

const limit = (label: string, qty: number, unit: Limit['unit']): Parameter =>
  limitParameter(label, { qty, unit })

export const parameters = {
  'supervision.sign': limit('督办签收时限', 1, 'working-day'),
  'supervision.street': limit('街道督办答复时限', 3, 'working-day'),
  'supervision.district': limit('区督办答复时限', 3, 'working-day'),
  'supervision.city': limit('市督办答复时限', 5, 'working-day'),
  'supervision.verify': limit('督办核实时限', 3, 'working-day'),
} as const satisfies Record<string, Parameter>
