import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import type { Role } from '../../../kernel/actor.ts'
import { basis, fields } from './fields.ts'
import { rateFacts } from './rates.ts'
import { effects, rules, setters } from './rules.ts'
import { states } from './states.ts'

const handlers: readonly Role[] = ['clerk', 'dispatcher', 'head', 'worker']
const { appeal, ground, evidence, files } = fields
const begun = { appeal, ground, evidence, files } as const

/**
 * 剔除申请: an appeal that ought not to count. Who decides is neither the one who asks nor the one who
 * handled it; accepted, the appeal leaves the base of the rates, revoked it comes back. Everybody on
 * the platform may read that it was, except whoever the appeal complains of; the rates before and
 * after are for those who deal with it.
 */
export const exclusionRequest = defineKind({
  name: 'exclusion-request',
  label: '考核剔除申请',
  group: 'appraisal-accountability',
  systems: ['swift-response', 'responsibility-linkage'],
  version: 1,
  about:
    '一件诉求不应计入考核的，写明情形和证据申请剔除；由不相关的单位审核，剔除情况全平台可查、可撤销，剔除前后的率留存，供申请单位和督查单位核对。',
  fields,
  title: 'title',
  slots: { k1: 'appeal', k2: 'ground', n1: 'unit', n2: 'applicant', t1: 'decidedAt' },
  relations: {
    asker: { label: '承办或派单单位', roles: handlers, is: { anyone: 'post' } },
    applicant: { label: '申请单位', roles: handlers, is: { seat: 'applicant' } },
    reviewer: {
      label: '督查单位',
      roles: ['supervisor', 'head'],
      is: { function: 'supervise', over: 'place' },
    },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: {
    applicant: { label: '申请单位', is: { field: 'applicant' } },
    unit: { label: '承办单位', is: { field: 'unit' } },
    reviewer: { label: '督查单位', is: { function: 'supervise' } },
  },
  responsible: 'unit',
  complainedOf: 'complained',
  countedBy: 'ground',
  leavesOut: { field: 'appeal', states: ['asked', 'accepted'] },
  starts: {
    request: {
      label: '申请剔除',
      by: ['asker'],
      input: begun,
      requires: ['appealIsOwn'],
      records: 'ExclusionAsked',
      says: '申请剔除：{ground}',
      keeps: Object.keys(begun),
      sets: ['isAboutAppeal'],
      to: 'asked',
      tells: ['reviewer'],
    },
  },
  states,
  clocks: {
    decide: {
      label: '审核',
      stages: [{ limit: { parameter: 'exclusion.decide' }, asks: 'noteLate' }],
      runs: ['asked'],
      basis,
    },
  },
  mainClock: 'decide',
  facts: rateFacts,
  rules,
  setters,
  effects,
  claims: {
    appeal: {
      label: '同一诉求的剔除申请',
      fields: ['appeal'],
      while: 'open',
    },
  },
  counters: {
    asked: { label: '申请剔除', on: { start: true } },
    excluded: { label: '剔除件', cohort: ({ state }) => state === 'accepted' },
    revoked: { label: '撤销剔除', on: { event: 'ExclusionRevoked' } },
  },
  parameters: {
    'exclusion.decide': limitParameter('剔除审核时限', { qty: 5, unit: 'working-day' }),
  },
})
