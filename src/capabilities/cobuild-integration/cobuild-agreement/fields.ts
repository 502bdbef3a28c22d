import type { Fields } from '../../../kernel/field.ts'

export const clauseNames = ['1', '2', '3', '4', '5'] as const

const told = [
  { value: 'fulfilled', label: '已履行' },
  { value: 'missed', label: '未履行' },
] as const
const standing = [{ value: 'open', label: '履行中' }, ...told] as const

export const fields = {
  title: { type: 'text', label: '协议名称', required: true, min: 4, max: 80 },
  other: { type: 'unit', label: '对方单位', required: true },
  drafter: { type: 'unit', label: '起草单位' },
  territory: { type: 'unit', label: '街道社区一方' },
  project: { type: 'record', of: 'cobuild-project', label: '共建项目' },
  until: { type: 'day', label: '有效期到', required: true },
  remindOn: { type: 'day', label: '到期提醒' },
  clause1: { type: 'code', label: '条款一', required: true, min: 2, max: 300 },
  clause2: { type: 'code', label: '条款二', max: 300 },
  clause3: { type: 'code', label: '条款三', max: 300 },
  clause4: { type: 'code', label: '条款四', max: 300 },
  clause5: { type: 'code', label: '条款五', max: 300 },
  is1: { type: 'choice', label: '条款一履行', options: standing },
  is2: { type: 'choice', label: '条款二履行', options: standing },
  is3: { type: 'choice', label: '条款三履行', options: standing },
  is4: { type: 'choice', label: '条款四履行', options: standing },
  is5: { type: 'choice', label: '条款五履行', options: standing },
  clause: {
    type: 'choice',
    label: '条款',
    options: [
      { value: '1', label: '条款一' },
      { value: '2', label: '条款二' },
      { value: '3', label: '条款三' },
      { value: '4', label: '条款四' },
      { value: '5', label: '条款五' },
    ],
  },
  outcome: { type: 'choice', label: '是否履行', options: told },
  words: { type: 'code', label: '履行情况', max: 300 },
  signedOn: { type: 'day', label: '签署日期' },
  terms: { type: 'number', label: '第几期' },
  assessment: { type: 'code', label: '评估', max: 500 },
  reason: { type: 'text', label: '理由', max: 200 },
} as const satisfies Fields

export const drafted = {
  title: fields.title,
  other: fields.other,
  project: fields.project,
  clause1: fields.clause1,
  clause2: fields.clause2,
  clause3: fields.clause3,
  clause4: fields.clause4,
  clause5: fields.clause5,
  until: fields.until,
} as const
