import type { Fields } from '../../../kernel/field.ts'

export const promiseNames = ['1', '2', '3'] as const

/** What a unit that reports in is known by: whither, what it promised and how far each has come. */
export const fields = {
  offer: { type: 'text', label: '单位能帮什么', max: 200 },
  community: { type: 'unit', label: '报到社区', required: true, of: ['community'] },
  unit: { type: 'unit', label: '报到单位' },
  superior: { type: 'unit', label: '上级单位' },
  year: { type: 'number', label: '年度', min: 2000, max: 2100 },
  members: {
    type: 'number',
    label: '在职党员数',
    min: 0,
    max: 100_000,
    help: '只填总数；同一年到几个社区报到的，只记第一次',
  },
  promise1: { type: 'code', label: '承诺一', required: true, min: 4, max: 200 },
  promise2: { type: 'code', label: '承诺二', max: 200 },
  promise3: { type: 'code', label: '承诺三', max: 200 },
  progress1: { type: 'code', label: '承诺一践诺', max: 200 },
  progress2: { type: 'code', label: '承诺二践诺', max: 200 },
  progress3: { type: 'code', label: '承诺三践诺', max: 200 },
  kept1: { type: 'flag', label: '承诺一已兑现' },
  kept2: { type: 'flag', label: '承诺二已兑现' },
  kept3: { type: 'flag', label: '承诺三已兑现' },
  promise: {
    type: 'choice',
    label: '承诺',
    options: [
      { value: '1', label: '承诺一' },
      { value: '2', label: '承诺二' },
      { value: '3', label: '承诺三' },
    ],
  },
  progress: { type: 'code', label: '做了什么', max: 200 },
  isKept: { type: 'flag', label: '已经兑现' },
  told: { type: 'number', label: '践诺记录' },
  rating: {
    type: 'choice',
    label: '社区评价',
    options: [
      { value: 'good', label: '好' },
      { value: 'fair', label: '一般' },
      { value: 'poor', label: '差' },
    ],
  },
  words: { type: 'code', label: '评价意见', max: 300 },
  reason: { type: 'text', label: '理由', max: 200 },
} as const satisfies Fields

export const reported = {
  community: fields.community,
  promise1: fields.promise1,
  promise2: fields.promise2,
  promise3: fields.promise3,
  members: fields.members,
  offer: fields.offer,
} as const
