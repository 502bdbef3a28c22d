import { defineKind } from '../../../kernel/kind.ts'
import { relations, seats, see } from './access.ts'
import { clocks, parameters } from './clocks.ts'
import { fields } from './fields.ts'
import { starts, states } from './flow.ts'
import { parties } from './parties.ts'
import { rules } from './rules.ts'
import { effects, setters } from './setters.ts'

/**
 * 街道吹哨、部门报到: what a street cannot solve alone it whistles for. Every department called signs,
 * arrives and handles on its own clock; only the street accepts and closes, and both sides judge
 * each other afterwards. How often a street whistles is never held for or against it.
 */
export const streetWhistle = defineKind({
  name: 'street-whistle',
  label: '吹哨报到',
  group: 'command-response',
  systems: ['whistle-report'],
  version: 1,
  about: '街道解决不了的事，吹哨请部门报到、协同处置，由街道验收销哨，双方互相评价。',
  practices: ['whistle-report'],
  fields,
  title: 'title',
  titleElse: 'matter',
  slots: { k1: 'occasion', k2: 'appeal', n1: 'street', n2: 'lead', t1: 'lateAt' },
  searched: ['title', 'matter', 'spot'],
  relations,
  see,
  seats,
  responsible: 'street',
  complainedOf: 'complained',
  countedBy: 'occasion',
  starts,
  states,
  parties,
  clocks,
  mainClock: 'handling',
  rules,
  setters,
  effects,
  claims: { appeal: { label: '同一诉求的吹哨', fields: ['appeal'], while: 'open' } },
  counters: {
    blown: { label: '吹哨', on: { start: true } },
    called: {
      label: '应报到单位',
      party: 'department',
      counts: ({ state }) => state !== 'released',
    },
    arrivedInTime: {
      label: '按时报到单位',
      party: 'department',
      counts: ({ state, fields: own }) => state !== 'released' && own['inTime'] === true,
    },
    closed: { label: '销哨件', cohort: ({ state }) => state === 'closed' },
    closedInTime: {
      label: '按期销哨件',
      cohort: ({ state, fields: own }) => state === 'closed' && own['lateAt'] === undefined,
    },
  },
  parameters,
})
