import type { Fields } from '../../../kernel/field.ts'

const stages = [
  { value: 'making', label: '规划制定' },
  { value: 'amending', label: '规划修改' },
  { value: 'building', label: '实施建设' },
]
const results = [
  { value: 'approved', label: '审定通过' },
  { value: 'refused', label: '审定未通过' },
]

/** What is known of a plan that streets are heard on. */
export const fields = {
  title: { type: 'text', label: '规划名称', required: true, max: 100 },
  stage: { type: 'choice', label: '环节', required: true, options: stages },
  amends: { type: 'record', of: 'planning-participation', label: '修改的规划' },
  content: { type: 'long', label: '涉及街道的内容', required: true, max: 2000 },
  affected: { type: 'units', of: 'street', label: '涉及的街道', max: 50 },
  planner: { type: 'unit', label: '送件单位' },
  result: { type: 'choice', label: '审定结果', required: true, options: results },
  document: { type: 'code', label: '文号', max: 60 },
  reason: { type: 'text', label: '理由', required: true, max: 300 },
} as const satisfies Fields
