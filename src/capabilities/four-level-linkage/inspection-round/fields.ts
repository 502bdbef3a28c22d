import type { Fields } from '../../../kernel/field.ts'
import { superiorFields } from '../superior.ts'

export const basis = '上级党组织对下级党组织的督促检查制度'

/** What is known of an inspection. */
export const fields = {
  ...superiorFields,
  title: { type: 'text', label: '督查主题', required: true, max: 60 },
  units: {
    type: 'units',
    label: '督查对象',
    required: true,
    of: ['committee', 'street', 'community'],
    max: 40,
  },
  onDay: { type: 'day', label: '督查日期', required: true },
  plan: {
    type: 'record',
    of: 'inspection-plan',
    label: '年度计划事项',
    help: '督查街道的，选区委、区政府年度计划里的事项；没有列入的，选经批准的报批',
  },
  approval: { type: 'record', of: 'street-inspection-approval', label: '一事一报批准' },
  unit: { type: 'unit', label: '存在问题的单位' },
  dueOn: { type: 'day', label: '整改期限' },
  problem: { type: 'long', label: '问题和整改要求', max: 1000 },
  found: { type: 'number', label: '发现问题数' },
  summary: { type: 'long', label: '督查情况', max: 2000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields
