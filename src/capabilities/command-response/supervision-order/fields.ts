import type { Fields } from '../../../kernel/field.ts'

export const levels = [
  { value: 'street', label: '街道督办' },
  { value: 'district', label: '区督办' },
  { value: 'city', label: '市督办' },
  { value: 'cityLate', label: '市督办逾期' },
] as const

/** What is known of an order. */
export const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  whistle: { type: 'record', of: 'street-whistle', label: '督办的吹哨' },
  appeal: { type: 'record', of: 'resident-appeal', label: '督办的诉求' },
  street: { type: 'unit', label: '督办街道' },
  unit: { type: 'unit', label: '督办对象' },
  matter: { type: 'long', label: '督办事项和要求', required: true, min: 2, max: 1000 },
  level: { type: 'choice', label: '督办层级', options: levels },
  overseer: { type: 'unit', label: '核实单位' },
  reply: { type: 'long', label: '答复', max: 1000 },
  reason: { type: 'text', label: '退回理由', max: 300 },
} as const satisfies Fields

export const basis = '街道统筹协调权、督办权'
