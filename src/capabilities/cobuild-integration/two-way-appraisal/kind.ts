import { numberOf, type Values } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { cityMaySet, signers } from '../partners.ts'
import { giverAndTaker, notes } from '../two-way-pair/sides.ts'

const score = { type: 'number', min: 0, max: 100, required: true } as const
const scores = {
  dutyScore: { ...score, label: '履行责任' },
  talkScore: { ...score, label: '沟通协商' },
  helpScore: { ...score, label: '支持配合' },
} as const

const fields = {
  ...giverAndTaker.fields,
  ...scores,
  title: { type: 'text', label: '名称', required: true, max: 100 },
  year: { type: 'number', label: '年度', min: 2000, max: 2100, required: true },
  average: { type: 'number', label: '平均' },
  words: { type: 'long', label: '评价说明', required: true, max: 1000 },
  objection: { type: 'long', label: '不同意见', max: 1000 },
  answer: { type: 'long', label: '答复', max: 1000 },
  use: { type: 'long', label: '结果运用', max: 1000 },
} as const

const { pair, giver, taker, side, title, year, words } = fields
const opening = { pair, giver, taker, side, title, year, ...scores, words }

/** 双向考核: once a year each side of a pair judges what the other, as a unit, did on agreed points;
 *  the one judged may object before it holds, and what is made of the result is written down. */
export const twoWayAppraisal = defineKind({
  name: 'two-way-appraisal',
  label: '双向考核',
  group: 'cobuild-integration',
  systems: ['two-way-appraisal'],
  version: 1,
  about: '结对双方每年就约定的几项互相评价单位的履行情况，对方可以提出不同意见。',
  fields,
  title: 'title',
  slots: { k1: 'pair', k2: 'side', n1: 'giver', n2: 'taker' },
  relations: {
    ...giverAndTaker.relations,
    organisation: {
      label: '组织部门',
      roles: ['clerk', ...signers],
      is: { unitType: ['organisation'], over: 'place' },
    },
  },
  see: ['giver', 'taker', 'above'],
  seats: giverAndTaker.seats,
  responsible: 'taker',
  starts: {
    judge: {
      label: '评价对方',
      by: ['effect'],
      input: opening,
      records: 'PartnerJudged',
      says: '评价对方的履行情况',
      keeps: Object.keys(opening),
      sets: ['keepsAverage'],
      effects: ['notesAppraisal'],
      to: 'told',
      tells: ['taker'],
    },
  },
  states: {
    told: {
      label: '待对方确认',
      is: 'working',
      step: 1,
      expects: [{ seat: 'taker', command: 'accept', clock: 'objection' }],
      commands: {
        accept: {
          label: '没有不同意见',
          by: ['takerSigner'],
          records: 'JudgementAccepted',
          says: '{unit} 没有不同意见',
          to: 'settled',
          tells: ['giver'],
        },
        object: {
          label: '提出不同意见',
          by: ['takerSigner'],
          input: { objection: { ...fields.objection, required: true } },
          records: 'JudgementObjected',
          says: '不同意见：{objection}',
          keeps: ['objection'],
          to: 'objected',
          tells: ['giver'],
        },
        settle: {
          label: '期满生效',
          by: ['clock'],
          records: 'JudgementSettled',
          says: '期限内没有不同意见',
          to: 'settled',
          tells: ['giver', 'taker'],
        },
      },
    },
    objected: {
      label: '待答复',
      is: 'working',
      step: 2,
      expects: [{ seat: 'giver', command: 'answer', clock: 'answer' }],
      commands: {
        answer: {
          label: '答复',
          by: ['giverSigner'],
          input: { ...scores, answer: { ...fields.answer, required: true } },
          records: 'ObjectionAnswered',
          says: '答复：{answer}',
          keeps: ['dutyScore', 'talkScore', 'helpScore', 'answer'],
          sets: ['keepsAverage'],
          to: 'settled',
          tells: ['taker'],
        },
        noteAnswerLate: {
          label: '答复超时',
          by: ['clock'],
          records: 'ObjectionAnswerRanLate',
          says: '没有按时答复不同意见',
          tells: ['giver'],
        },
      },
    },
    settled: {
      label: '已生效',
      is: 'resting',
      step: 3,
      commands: {
        use: {
          label: '记结果运用',
          by: ['organisation'],
          input: { use: { ...fields.use, required: true } },
          records: 'JudgementUsed',
          says: '结果运用：{use}',
          keeps: ['use'],
          to: 'used',
          tells: ['giver', 'taker'],
        },
      },
    },
    used: { label: '已运用', is: 'end', step: 4 },
  },
  clocks: {
    objection: {
      label: '不同意见',
      stages: [{ limit: { parameter: 'twoWayAppraisal.objection' }, asks: 'settle' }],
      runs: ['told'],
      basis: cityMaySet,
    },
    answer: {
      label: '答复',
      stages: [{ limit: { parameter: 'twoWayAppraisal.answer' }, asks: 'noteAnswerLate' }],
      runs: ['objected'],
      basis: cityMaySet,
    },
  },
  mainClock: 'objection',
  rules: {},
  setters: {
    keepsAverage: ({ input }) => ({ fields: { average: averageOf(input) } }),
  },
  effects: { notesAppraisal: notes('appraisal') },
  claims: {
    year: { label: '同一年度的评价', fields: ['pair', 'giver', 'year'], while: 'always' },
  },
  counters: {
    judged: { label: '双向考核', on: { start: true } },
    used: { label: '已运用的考核结果', on: { enters: 'used' } },
  },
  parameters: {
    'twoWayAppraisal.objection': limitParameter('双向考核异议时限', {
      qty: 5,
      unit: 'working-day',
    }),
    'twoWayAppraisal.answer': limitParameter('双向考核答复时限', { qty: 5, unit: 'working-day' }),
  },
})

function averageOf(input: Values): number {
  const given = Object.keys(scores).map((name) => numberOf(input, name) ?? 0)
  const sum = given.reduce((total, one) => total + one, 0)
  return Math.round((sum * 10) / given.length) / 10
}
