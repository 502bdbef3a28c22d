import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { signers, staff } from '../sides.ts'

const basis = '考评结果向街道反馈，街道有异议的应当答复'
const fields = {
  name: { type: 'code', label: '考评指标', max: 100 },
  indicator: { type: 'record', of: 'appraisal-indicator', label: '考评指标', required: true },
  dutyItem: { type: 'record', of: 'duty-item', label: '职责清单事项', required: true },
  weight: { type: 'number', label: '权重' },
  street: { type: 'unit', label: '街道', required: true },
  area: { type: 'area', label: '地区', of: ['street'] },
  figure: { type: 'code', label: '取数指标编号', max: 40 },
  from: { type: 'day', label: '期间从', required: true },
  to: { type: 'day', label: '期间到', required: true },
  computed: { type: 'number', label: '平台算出的值' },
  numerator: { type: 'number', label: '分子' },
  denominator: { type: 'number', label: '分母' },
  grade: {
    type: 'choice',
    label: '评价',
    required: true,
    options: [
      { value: 'good', label: '好' },
      { value: 'fair', label: '较好' },
      { value: 'plain', label: '一般' },
      { value: 'poor', label: '差' },
    ],
  },
  comment: { type: 'long', label: '评价意见', required: true, max: 1000 },
  objection: { type: 'long', label: '异议', required: true, max: 1000 },
  answer: { type: 'long', label: '对异议的答复', required: true, max: 1000 },
} as const
const opened = {
  name: fields.name,
  indicator: fields.indicator,
  dutyItem: fields.dutyItem,
  weight: fields.weight,
  street: fields.street,
  area: fields.area,
  figure: fields.figure,
  from: fields.from,
  to: fields.to,
} as const

/**
 * 街道考评: one street, one indicator, one period. The platform's figure stands beside a human
 * judgement; the street is told, may object, and is answered. It is of a street, never of a person.
 */
export const streetAppraisal = defineKind({
  name: 'street-appraisal',
  label: '街道考评',
  group: 'street-mandate',
  systems: ['street-appraisal'],
  version: 1,
  about: '按与职责对应的指标对街道考评：平台算出的值和人的评价放在一起，反馈街道，有异议必须答复。',
  fields,
  title: 'name',
  slots: { k1: 'indicator', k2: 'grade', n1: 'street', t1: 'to' },
  countedBy: 'grade',
  relations: {
    appraiser: {
      label: '组织部门',
      roles: ['clerk', 'head'],
      is: { seat: 'appraiser' },
    },
    street: { label: '被考评街道', roles: [...staff, ...signers], is: { seat: 'street' } },
    ofStreet: { label: '街道', is: { seat: 'street' } },
    organisation: { label: '组织部门', is: { function: 'organise', over: 'place' } },
    committee: { label: '党委', is: { function: 'lead', over: 'place' } },
    government: { label: '政府', is: { function: 'govern', over: 'place' } },
  },
  see: ['ofStreet', 'organisation', 'committee', 'government'],
  seats: {
    appraiser: { label: '组织部门', is: { function: 'organise' } },
    street: { label: '街道', is: { field: 'street' } },
  },
  responsible: 'street',
  starts: {
    open: {
      label: '开展考评',
      by: ['effect'],
      input: opened,
      records: 'AppraisalBegun',
      says: '考评 {from} 至 {to}',
      keeps: Object.keys(opened),
      sets: ['isComputed'],
      facts: ['computed'],
      to: 'judging',
    },
  },
  states: {
    judging: {
      label: '待评价',
      is: 'working',
      step: 1,
      expects: [{ seat: 'appraiser', command: 'judge', clock: 'judge' }],
      commands: {
        judge: {
          label: '评价',
          by: ['appraiser'],
          input: { grade: fields.grade, comment: fields.comment },
          records: 'StreetJudged',
          says: '评价为{grade}，反馈街道',
          keeps: ['grade', 'comment'],
          to: 'fedBack',
          tells: ['street'],
        },
        overrun: {
          label: '评价超时',
          by: ['clock'],
          records: 'JudgementOverdue',
          says: '超过评价时限',
          tells: ['appraiser'],
        },
      },
    },
    fedBack: {
      label: '已反馈，可以提异议',
      is: 'resting',
      step: 2,
      commands: {
        object: {
          label: '提出异议',
          by: ['street'],
          input: { objection: fields.objection },
          records: 'ObjectionMade',
          says: '提出异议',
          keeps: ['objection'],
          to: 'objected',
          tells: ['appraiser'],
        },
        settle: {
          label: '异议期满',
          by: ['clock'],
          records: 'AppraisalSettled',
          says: '异议期满，结果确定',
          to: 'settled',
        },
      },
    },
    objected: {
      label: '异议待答复',
      is: 'working',
      step: 3,
      expects: [{ seat: 'appraiser', command: 'answer', clock: 'answer' }],
      commands: {
        answer: {
          label: '答复异议',
          by: ['appraiser'],
          input: { grade: { ...fields.grade, label: '复核后的评价' }, answer: fields.answer },
          records: 'ObjectionAnswered',
          says: '答复异议，评价为{grade}',
          keeps: ['grade', 'answer'],
          to: 'settled',
          tells: ['street'],
        },
        answerOverrun: {
          label: '答复超时',
          by: ['clock'],
          records: 'ObjectionOverdue',
          says: '超过答复时限',
          tells: ['street'],
        },
      },
    },
    settled: { label: '结果确定', is: 'end', step: 4 },
  },
  clocks: {
    judge: {
      label: '评价',
      stages: [{ limit: { parameter: 'appraisal.judge' }, asks: 'overrun' }],
      runs: ['judging'],
      basis,
    },
    objection: {
      label: '异议期',
      stages: [{ limit: { parameter: 'appraisal.objection' }, asks: 'settle' }],
      runs: ['fedBack'],
      basis,
    },
    answer: {
      label: '答复异议',
      stages: [{ limit: { parameter: 'appraisal.answer' }, asks: 'answerOverrun' }],
      runs: ['objected'],
      basis,
    },
  },
  facts: {
    computed: {
      figure: { input: 'figure' },
      area: { input: 'area' },
      from: { input: 'from' },
      to: { input: 'to' },
    },
  },
  rules: {},
  setters: {
    isComputed: ({ facts }) => {
      const { value, numerator, denominator } = facts['computed']?.figure ?? {}
      return value === undefined
        ? {}
        : {
            fields: {
              computed: Math.round(value * 10_000) / 10_000,
              numerator: numerator ?? null,
              denominator: denominator ?? null,
            },
          }
    },
  },
  claims: {
    once: {
      label: '同一期间的考评',
      fields: ['indicator', 'street', 'from', 'to'],
      while: 'always',
    },
  },
  parameters: {
    'appraisal.judge': limitParameter('街道考评评价时限', { qty: 15, unit: 'working-day' }),
    'appraisal.objection': limitParameter('考评异议期', { qty: 5, unit: 'working-day' }),
    'appraisal.answer': limitParameter('考评异议答复时限', { qty: 10, unit: 'working-day' }),
  },
})
