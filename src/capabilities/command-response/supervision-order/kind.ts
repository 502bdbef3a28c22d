import { defineKind } from '../../../kernel/kind.ts'
import { clocks, parameters } from './clocks.ts'
import { fields } from './fields.ts'
import { starts, states } from './flow.ts'
import { rules, setters } from './rules.ts'

const working = ['clerk', 'dispatcher', 'head', 'worker'] as const
/**
 * 督办: a street presses a department on a whistle or an appeal that ran late or was badly handled.
 * Unanswered, it climbs from the street to the district and to the city; it closes only on a reply
 * that whoever oversees it has verified.
 */
export const supervisionOrder = defineKind({
  name: 'supervision-order',
  label: '督办单',
  group: 'command-response',
  systems: ['coordination-supervision-power'],
  version: 1,
  about: '街道对超时或办理不力的部门下达督办单，逾期不答复的升级到区、市，答复经核实后销号。',
  fields,
  title: 'title',
  titleElse: 'matter',
  slots: { k1: 'whistle', k2: 'appeal', k3: 'level', n1: 'unit', n2: 'street' },
  searched: ['title', 'matter'],
  relations: {
    orderer: { label: '属地街道', roles: working, is: { unitType: ['street'], over: 'place' } },
    street: { label: '督办街道', roles: working, is: { seat: 'street' } },
    unit: { label: '督办对象', roles: working, is: { seat: 'unit' } },
    overseer: {
      label: '核实单位',
      roles: [...working, 'supervisor'],
      is: { seat: 'overseer' },
    },
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
  },
  see: ['street', 'unit', 'overseer', 'supervisor', 'leader'],
  seats: {
    street: { label: '督办街道', is: { field: 'street' } },
    unit: { label: '督办对象', is: { field: 'unit' } },
    overseer: { label: '核实单位', is: { field: 'overseer' } },
  },
  responsible: 'unit',
  starts,
  states,
  clocks,
  mainClock: 'reply',
  facts: {
    whistle: { kind: 'street-whistle', where: { id: { input: 'whistle' } }, want: 'first' },
    appeal: {
      kind: 'resident-appeal',
      where: { id: { input: 'appeal' } },
      within: 'place',
      want: 'first',
    },
  },
  rules,
  setters,
  claims: {
    whistle: { label: '同一吹哨对同一单位的督办', fields: ['whistle', 'unit'], while: 'open' },
    appeal: { label: '同一诉求对同一单位的督办', fields: ['appeal', 'unit'], while: 'open' },
  },
  counters: {
    ordered: { label: '督办', on: { start: true } },
    escalated: { label: '督办升级', on: { event: 'SupervisionEscalated' } },
  },
  parameters,
})
