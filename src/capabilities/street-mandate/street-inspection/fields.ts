import type { Fields } from '../../../kernel/field.ts'

export const fields = {
  matter: { type: 'code', label: '检查考核事项', required: true, max: 100 },
  street: { type: 'unit', label: '街道', of: ['street'], required: true },
  department: { type: 'unit', label: '检查单位' },
  visitOn: { type: 'day', label: '检查日期', required: true },
  plan: { type: 'record', of: 'inspection-plan', label: '年度计划事项' },
  approval: { type: 'record', of: 'street-inspection-approval', label: '检查考核报批' },
  approved: { type: 'flag', label: '已经批准' },
  result: { type: 'long', label: '检查结果', required: true, max: 2000 },
  account: { type: 'long', label: '情况', max: 1000 },
  reason: { type: 'long', label: '理由', required: true, max: 500 },
  answer: { type: 'long', label: '答复', required: true, max: 1000 },
} as const satisfies Fields
