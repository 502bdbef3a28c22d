import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { basis, fields } from './fields.ts'
import { starts, states } from './flow.ts'
import { rules, setters } from './rules.ts'
import { usable } from './using.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const
const year = { qty: 365, unit: 'day' } as const

/**
 * 赋权: one power given to one street, with its document and the duties it serves. Each exercise
 * leaves a record in its own flow and is noted here, so that a power given and never exercised is
 * to be seen.
 */
export const streetEmpowerment = defineKind({
  name: 'street-empowerment',
  label: '街道赋权',
  group: 'street-mandate',
  systems: ['street-empowerment'],
  version: 1,
  about: '把职权赋予街道：写明内容、条件、文号和服务的职责事项，街道承接确认后行使，定期评估。',
  fields,
  title: 'scope',
  slots: { k1: 'power', k2: 'document', k3: 'finding', n1: 'holder', n2: 'granter' },
  relations: {
    above: {
      label: '市、区党委政府',
      roles: [...staff, 'arbiter'],
      is: { unitType: ['committee', 'government', 'arbiter'], over: 'place' },
    },
    granter: { label: '赋权单位', roles: [...staff, 'arbiter'], is: { seat: 'granter' } },
    holder: { label: '承接街道', roles: staff, is: { seat: 'holder' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: {
    granter: { label: '赋权单位', is: { field: 'granter' } },
    holder: { label: '承接街道', is: { field: 'holder' } },
  },
  responsible: 'holder',
  starts,
  states,
  clocks: {
    decide: {
      label: '赋权',
      stages: [{ limit: { parameter: 'empowerment.decide' }, asks: 'noteLate' }],
      runs: ['proposed'],
      basis,
    },
    acknowledge: {
      label: '承接确认',
      stages: [{ limit: { parameter: 'empowerment.acknowledge' }, asks: 'noteUnacknowledged' }],
      runs: ['granted'],
      basis,
    },
    unused: {
      label: '行使',
      stages: [{ limit: { parameter: 'empowerment.unused' }, asks: 'noteUnused' }],
      runs: ['acknowledged'],
      when: 'usesAreTold',
      basis,
    },
    evaluate: {
      label: '评估',
      stages: [{ limit: { parameter: 'empowerment.evaluate' }, asks: 'remindToEvaluate' }],
      runs: usable,
      restarts: ['GrantEvaluated'],
      basis,
    },
  },
  mainClock: 'acknowledge',
  countedBy: 'power',
  facts: {
    duty: {
      kind: 'duty-item',
      where: { id: { input: 'duty' } },
      states: ['inForce'],
      want: 'first',
    },
  },
  rules,
  setters,
  claims: {
    power: { label: '同一街道的同一职权', fields: ['holder', 'power'], while: 'open' },
  },
  counters: {
    granted: { label: '赋权', on: { event: 'PowerGranted' } },
    used: { label: '行使', on: { event: 'PowerUsed' } },
    unused: { label: '长期未行使', on: { event: 'PowerFoundUnused' } },
    evaluated: { label: '评估', on: { event: 'GrantEvaluated' } },
    recalled: { label: '收回', on: { enters: 'recalled' } },
  },
  parameters: {
    'empowerment.decide': limitParameter('拟赋权办理时限', { qty: 30, unit: 'working-day' }),
    'empowerment.acknowledge': limitParameter('街道承接确认时限', {
      qty: 10,
      unit: 'working-day',
    }),
    'empowerment.unused': limitParameter('多久没有行使算长期未行使', { qty: 180, unit: 'day' }),
    'empowerment.least': {
      label: '至少几项职权算“被赋予相应职权”',
      type: 'number',
      default: 1,
      basis: '来源没有规定几项职权算赋权，由本市设定',
    },
    'empowerment.evaluate': limitParameter('赋权评估周期', year),
  },
})
