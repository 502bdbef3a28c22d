import type { Fields } from '../../../kernel/field.ts'

const grades = [
  { value: 'good', label: '好' },
  { value: 'fair', label: '一般' },
  { value: 'poor', label: '差' },
]
export const aspects = {
  Response: '响应',
  Attitude: '态度',
  Quality: '质量',
  Result: '结果',
} as const
export type Side = 'department' | 'street'

export const grade = (label: string) => ({ type: 'choice', label, options: grades }) as const
export const words = (label: string) => ({ type: 'long', label, max: 500 }) as const

/** What both sides say, each of the other. */
export const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  whistle: { type: 'record', of: 'street-whistle', label: '吹哨' },
  order: { type: 'record', of: 'zone-order', label: '战区调度令' },
  street: { type: 'unit', label: '街道' },
  department: { type: 'unit', label: '部门' },
  departmentResponse: grade('部门响应'),
  departmentAttitude: grade('部门态度'),
  departmentQuality: grade('部门质量'),
  departmentResult: grade('部门结果'),
  departmentComment: words('对部门的意见'),
  departmentReply: words('部门的答复'),
  streetResponse: grade('街道响应'),
  streetAttitude: grade('街道态度'),
  streetQuality: grade('街道质量'),
  streetResult: grade('街道结果'),
  streetComment: words('对街道的意见'),
  streetReply: words('街道的答复'),
} as const satisfies Fields

export const reads = (side: Side) => Object.keys(aspects).map((aspect) => `${side}${aspect}`)

export const basis = '街道评价部门、部门评价街道，被评价方可以答复，不能改评价'
