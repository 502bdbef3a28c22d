import { isGiven, numberOf } from '../../../kernel/field.ts'
import { defineKind } from '../../../kernel/kind.ts'
import { relations, seats, see } from './access.ts'
import { clocks, parameters } from './clocks.ts'
import { fields, found } from './fields.ts'
import { parties } from './parties.ts'
import { rules } from './rules.ts'
import { setters } from './setters.ts'
import { states } from './states.ts'

/**
 * 网格上报: whoever walks the grid reports a matter, the community looks into it, the lowest level
 * able to handles it, and the result goes back to the one who found it before anything is filed
 * away.
 */
export const gridFinding = defineKind({
  name: 'grid-finding',
  label: '网格上报',
  group: 'command-response',
  systems: ['governance-closed-loop'],
  version: 1,
  about: '网格员、社区工作者发现问题上报，社区核实，在最低一级处置，结果反馈上报人后归档。',
  practices: ['governance-closed-loop'],
  fields,
  title: 'title',
  titleElse: 'detail',
  slots: { k1: 'category', k2: 'foundBy', n1: 'handler', n2: 'desk', t1: 'handledAt' },
  searched: ['title', 'detail', 'spot'],
  relations,
  see,
  seats,
  responsible: 'handler',
  countedBy: 'category',
  starts: {
    report: {
      label: '上报问题',
      by: ['finder'],
      input: found,
      requires: ['gridIsHere', 'pointIsOnTheMap'],
      records: 'FindingReported',
      says: '{unit} 上报',
      keeps: Object.keys(found),
      sets: ['notesFinder'],
      to: 'reported',
      tells: ['desk'],
    },
  },
  states,
  parties,
  clocks,
  mainClock: 'limit',
  archives: true,
  rules,
  setters,
  counters: {
    passedUp: { label: '上交一级', on: { event: 'FindingPassedUp' } },
    late: { label: '处置超时', on: { event: 'FindingRanLate' } },
    found: { label: '上报件', cohort: () => true },
    filed: { label: '立案件', cohort: ({ fields: now }) => isGiven(now['filedAt']) },
    toHandle: { label: '应处置件', cohort: ({ fields: now }) => isGiven(now['dispatchedAt']) },
    handled: { label: '处置件', cohort: ({ fields: now }) => isGiven(now['handledAt']) },
    handledInTime: {
      label: '按期处置件',
      cohort: ({ fields: now }) => isGiven(now['handledAt']) && !isGiven(now['lateAt']),
    },
    archived: { label: '结案件', cohort: ({ state }) => state === 'archived' },
    reworked: {
      label: '返工件',
      cohort: ({ fields: now }) => (numberOf(now, 'reworks') ?? 0) > 0,
    },
  },
  parameters,
})
