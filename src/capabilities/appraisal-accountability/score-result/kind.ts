import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import {
  cityMaySet,
  committee,
  host,
  hostSeat,
  office,
  officeSeat,
  officials,
  trustedOffice,
  unitSeat,
} from '../reviewing.ts'
import { basis, fields } from './fields.ts'
import { rules, setters } from './rules.ts'
import { states } from './states.ts'

const { round, sheet, unit, from, to, items, readings, smallest, version } = fields
const { righted, settled } = fields
const { publisher, placeFrom, placeTo, placed, host: hosting, office: doing } = fields
const place = { placeFrom, placeTo, placed } as const
const drawn = { readings, righted, settled, smallest, version } as const
const basedOn = { round, sheet, from, to, items, ...drawn } as const
const handed = { unit, host: hosting, office: doing, publisher, ...basedOn, ...place } as const

/**
 * 单位得分: what a published round gives one unit, with every number it rests on. The unit may have
 * lines looked at again, by somebody who did not publish it; the points before and after are kept.
 */
export const scoreResult = defineKind({
  name: 'score-result',
  label: '单位得分',
  group: 'appraisal-accountability',
  systems: ['responsibility-linkage'],
  version: 1,
  about: '一个单位在一次评分中的得分：逐项列出分子、分母和区间，单位可以申请复核，有申请必答复。',
  fields,
  title: 'title',
  slots: { k1: 'round', k2: 'sheet', n1: 'unit' },
  relations: {
    host,
    office,
    committee,
    trustedOffice,
    own: { label: '被评单位', roles: officials, is: { seat: 'unit' } },
  },
  see: ['host', 'office', 'own'],
  seats: { host: hostSeat, office: officeSeat, unit: unitSeat },
  responsible: 'host',
  starts: {
    tell: {
      label: '告知得分',
      by: ['effect'],
      input: handed,
      records: 'ScoreTold',
      says: '告知得分',
      keeps: Object.keys(handed),
      sets: ['isNamed', 'tellsPoints'],
      to: 'told',
      tells: ['unit'],
    },
  },
  states,
  clocks: {
    appeal: {
      label: '申请复核',
      stages: [{ limit: { parameter: 'score.appeal' }, asks: 'stand' }],
      runs: ['told'],
      basis,
    },
    answer: {
      label: '答复复核',
      stages: [{ limit: { parameter: 'score.answer' }, asks: 'noteAnswerLate' }],
      runs: ['appealed'],
      basis: cityMaySet,
    },
  },
  mainClock: 'appeal',
  rules,
  setters,
  claims: {
    once: {
      label: '同一单位同一次取数的得分',
      fields: ['round', 'unit', 'version'],
      while: 'always',
    },
  },
  counters: {
    told: { label: '告知得分', on: { start: true } },
    appealed: { label: '申请复核', on: { event: 'ScoreAppealed' } },
    changed: { label: '复核更正', on: { event: 'ScoreChanged' } },
  },
  parameters: {
    'score.appeal': limitParameter('申请复核期限', { qty: 10, unit: 'working-day' }),
    'score.answer': limitParameter('复核答复时限', { qty: 10, unit: 'working-day' }),
  },
})
