import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { leastSmallest, usualSmallest } from '../../../kernel/fair/smallest.ts'
import {
  cityMaySet,
  committee,
  host,
  hostSeat,
  office,
  officeSeat,
  officials,
  trustedOffice,
} from '../reviewing.ts'
import { basis, fields } from './fields.ts'
import { effects, rules, setters } from './rules.ts'
import { states } from './states.ts'

const { sheet, from, to, units } = fields
const begun = { sheet, from, to, units } as const

/**
 * 评分: a sheet in force, a span of days and the units scored. The platform draws the figures, the
 * office looks at them, and somebody else publishes what was looked at. Units only, never a person.
 */
export const scoreRound = defineKind({
  name: 'score-round',
  label: '单位评分',
  group: 'appraisal-accountability',
  systems: ['responsibility-linkage'],
  version: 1,
  about: '按现行评分表给单位评分：平台取数，先预览，由另一人公布；更正出新的一版。',
  fields,
  title: 'title',
  slots: { k1: 'sheet', k2: 'from', k3: 'to', n1: 'host' },
  relations: {
    starter: {
      label: '党委或组织部门',
      roles: officials,
      is: { unitType: ['committee', 'organisation'], over: 'place' },
    },
    host,
    office,
    committee,
    trustedOffice,
  },
  see: ['host', 'office'],
  seats: { host: hostSeat, office: officeSeat },
  responsible: 'office',
  starts: {
    draw: {
      label: '取数评分',
      by: ['starter'],
      input: begun,
      requires: ['answersToAsker', 'sheetIsInForce', 'unitsFitTheSheet', 'periodIsOver'],
      records: 'RoundDrawn',
      says: '按评分表取数',
      keeps: Object.keys(begun),
      sets: ['actsForCommittee', 'draws'],
      facts: ['drawn'],
      to: 'drawn',
    },
  },
  states,
  clocks: {
    publish: {
      label: '公布',
      stages: [{ limit: { parameter: 'score.publish' }, asks: 'noteLate' }],
      runs: ['drawn'],
      basis: cityMaySet,
    },
  },
  mainClock: 'publish',
  facts: {
    sheet: {
      kind: 'scoring-sheet',
      where: { id: { input: 'sheet' } },
      states: ['published'],
      want: 'first',
    },
    drawn: {
      readings: { fact: 'sheet', field: 'items' },
      units: { input: 'units' },
      from: { input: 'from' },
      to: { input: 'to' },
    },
    redrawn: {
      readings: { field: 'items' },
      units: { field: 'units' },
      from: { field: 'from' },
      to: { field: 'to' },
    },
    told: {
      kind: 'score-result',
      where: { round: { own: 'id' } },
      states: ['told', 'appealed', 'final'],
      want: 'list',
    },
  },
  rules,
  setters,
  effects,
  claims: {
    period: {
      label: '同一评分表同一期间的评分',
      fields: ['sheet', 'from', 'to'],
      while: 'open',
    },
  },
  counters: {
    published: { label: '公布评分', on: { event: 'RoundPublished' } },
    corrected: { label: '更正评分', on: { event: 'RoundCorrected' } },
  },
  parameters: {
    'score.publish': limitParameter('取数后公布时限', { qty: 10, unit: 'working-day' }),
    'score.smallest': {
      label: '计分的最小基数',
      type: 'number',
      default: usualSmallest,
      basis: `${basis}；基数不足的不计分、不排位，小于 ${leastSmallest} 的按 ${leastSmallest} 计`,
    },
  },
})
