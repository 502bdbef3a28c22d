import { isGiven } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { hearsOneMore, visitor } from '../hearing-residents.ts'
import { ownedRelations, ownedRules, ownedSeats, ownedSetters } from '../owned.ts'
import { clock, reviewClocks } from '../reviewed.ts'
import { fields, promised } from './fields.ts'
import { states } from './states.ts'

const basis = '书记公开承诺：一年一份，向党员群众公开，由群众评、上级定'
const review = reviewClocks('public-commitment')

/** 书记公开承诺: one promise a year that everybody can read and whoever is concerned can judge. */
export const publicCommitment = defineKind({
  name: 'public-commitment',
  label: '书记公开承诺',
  group: 'appraisal-accountability',
  systems: ['public-commitment'],
  version: 1,
  about: '书记每年一份公开承诺：上级审核后公开，公布进展，党员群众匿名评议，上级评定是否兑现。',
  practices: ['three-ones'],
  fields,
  title: 'title',
  slots: { k1: 'verdict', k2: 'late', n1: 'unit', n2: 'year', t1: 'dueOn' },
  searched: ['title', 'promise'],
  relations: {
    starter: ownedRelations.starter,
    unit: ownedRelations.unit,
    superior: ownedRelations.superior,
    office: ownedRelations.office,
    reader: { label: '工作人员', is: { anyone: 'post' } },
    visitor,
  },
  see: ['reader', 'visitor'],
  handsOut: ['unit', 'superior', 'office'],
  seats: ownedSeats,
  responsible: 'unit',
  starts: {
    promise: {
      label: '作出承诺',
      by: ['starter'],
      input: promised,
      requires: ['isOwnUnit', 'isThisYear', 'endsLater'],
      records: 'CommitmentDrafted',
      says: '承诺：{title}',
      keeps: Object.keys(promised),
      sets: ['liesAtTheUnit'],
      to: 'review',
      tells: ['office'],
    },
  },
  states,
  clocks: {
    ...review.clocks,
    fulfil: {
      label: '兑现',
      stages: [{ limit: { until: 'dueOn' }, asks: 'endTerm' }],
      runs: ['inForce'],
      basis: '承诺的兑现期限',
    },
    hear: clock('听取评议', 'hearing', { parameter: 'public-commitment.hear', asks: 'endHearing' }),
    settle: clock('评定', 'judging', {
      parameter: 'public-commitment.settle',
      asks: 'noteSettleLate',
    }),
  },
  mainClock: 'fulfil',
  rules: {
    ...ownedRules,
    saysWhyNot: {
      says: '评定为未兑现，要写明原因',
      basis,
      input: true,
      holds: ({ input }) => input['verdict'] === 'kept' || isGiven(input['reason']),
    },
    isKept: {
      says: '没有评定为兑现',
      basis,
      input: true,
      holds: ({ input }) => input['verdict'] === 'kept',
    },
  },
  setters: { ...ownedSetters, hearsOneMore },
  claims: {
    // R044: exactly one. Whatever became of it, the year has had its promise.
    year: { label: '同一书记同一年度的公开承诺', fields: ['unit', 'year'], while: 'always' },
  },
  counters: {
    made: { label: '公开的承诺', cohort: ({ state }) => !['review', 'draft'].includes(state) },
    kept: { label: '兑现的承诺', cohort: ({ state }) => state === 'kept' },
    notKept: { label: '未兑现的承诺', cohort: ({ state }) => state === 'notKept' },
  },
  parameters: {
    ...review.parameters,
    'public-commitment.hear': limitParameter('承诺评议期', { qty: 15, unit: 'day' }),
    'public-commitment.settle': limitParameter('承诺评定时限', { qty: 10, unit: 'working-day' }),
  },
})
