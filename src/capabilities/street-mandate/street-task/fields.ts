import type { Fields } from '../../../kernel/field.ts'
import { taskKind } from '../task-kinds.ts'

export const fields = {
  title: { type: 'text', label: '任务', required: true, max: 100 },
  matter: { type: 'long', label: '要求', required: true, max: 2000 },
  taskKind,
  street: { type: 'unit', label: '承接街道', of: ['street'], required: true },
  department: { type: 'unit', label: '下派部门' },
  dutyItem: {
    type: 'record',
    of: 'duty-item',
    label: '依据的清单事项',
    help: '清单事项和准入事项，引用其中一个',
  },
  admission: { type: 'record', of: 'street-duty-admission', label: '依据的准入事项' },
  dueOn: { type: 'day', label: '完成日期', required: true },
  result: { type: 'long', label: '办理结果', max: 2000 },
  reason: { type: 'long', label: '理由', required: true, max: 500 },
} as const satisfies Fields
