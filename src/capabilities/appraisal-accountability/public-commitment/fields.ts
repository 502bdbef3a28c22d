import type { Fields } from '../../../kernel/field.ts'
import { begunBy, ownedFields } from '../owned.ts'

/** What a secretary promises in public, once a year. */
export const fields = {
  ...ownedFields,
  title: { type: 'text', label: '承诺', required: true, max: 60 },
  promise: { type: 'long', label: '承诺做到什么、怎么看得见', required: true, min: 4, max: 800 },
  dueOn: { type: 'day', label: '兑现期限', required: true },
  progress: { type: 'text', label: '践诺进展', max: 500 },
  result: { type: 'long', label: '践诺情况', max: 1000 },
  heard: { type: 'number', label: '参加评议人数' },
  verdict: {
    type: 'choice',
    label: '评定',
    options: [
      { value: 'kept', label: '兑现' },
      { value: 'notKept', label: '未兑现' },
    ],
  },
  reason: { type: 'text', label: '评定理由', max: 500 },
} as const satisfies Fields

export const drafted = {
  title: fields.title,
  promise: fields.promise,
  dueOn: fields.dueOn,
} as const satisfies Fields

export const promised = { ...begunBy, ...drafted } as const
