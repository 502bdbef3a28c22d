import type { Fields } from '../../../kernel/field.ts'
import { extensionFields } from '../extension.ts'
import { begunBy, ownedFields } from '../owned.ts'

/** What is known of a practical deed: a thing that residents can see, never a person. */
export const fields = {
  ...ownedFields,
  ...extensionFields,
  title: { type: 'text', label: '实事', required: true, max: 60 },
  proposal: {
    type: 'long',
    label: '居民怎么提的',
    required: true,
    min: 4,
    max: 1000,
    help: '写事，不写姓名、电话和住址',
  },
  source: {
    type: 'choice',
    label: '来源',
    required: true,
    options: [
      { value: 'resident', label: '居民提出' },
      { value: 'assembly', label: '议事会提出' },
      { value: 'appeal', label: '诉求里反复出现' },
      { value: 'unit', label: '党组织提出' },
    ],
  },
  gap: {
    type: 'choice',
    label: '针对的问题',
    required: true,
    options: [
      { value: 'policy', label: '惠民政策落不细' },
      { value: 'service', label: '为民服务跟不上' },
      { value: 'voice', label: '群众意见上不来' },
    ],
  },
  dueOn: { type: 'day', label: '完成期限' },
  result: { type: 'long', label: '办成情况', max: 1000 },
  acceptedOn: { type: 'day', label: '验收日期' },
  opinion: { type: 'text', label: '验收意见', max: 300 },
  heard: { type: 'number', label: '参加评价人数' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

export const proposed = {
  ...begunBy,
  title: fields.title,
  proposal: fields.proposal,
  source: fields.source,
  gap: fields.gap,
} as const

export const because = { reason: { ...fields.reason, required: true } } as const
export const due = { dueOn: { ...fields.dueOn, required: true } } as const
