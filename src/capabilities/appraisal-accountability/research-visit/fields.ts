import type { Fields } from '../../../kernel/field.ts'
import { hostFields, reporting, yearField } from '../reviewing.ts'

const methods = [
  { value: 'unannounced', label: '四不两直（不打招呼）' },
  { value: 'announced', label: '预先告知' },
] as const
const sorts = [
  { value: 'research', label: '会前调研' },
  { value: 'supervision', label: '实地督导' },
] as const

export const fields = {
  ...hostFields,
  title: { type: 'text', label: '调研内容', required: true, max: 100 },
  year: yearField,
  unit: { type: 'unit', label: '调研单位', required: true, of: reporting },
  method: { type: 'choice', label: '方式', options: methods, required: true },
  sort: { type: 'choice', label: '类型', options: sorts, required: true },
  plannedOn: { type: 'day', label: '计划日期', required: true },
  spot: { type: 'text', label: '地点', max: 100 },
  visitedOn: { type: 'day', label: '调研日期', required: true, default: 'today' },
  found: { type: 'long', label: '调研情况', required: true, min: 4, max: 2000 },
  problems: { type: 'number', label: '指出问题' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

export const basis = '会前调查研究采取“四不两直”方式，深入一线了解责任落实情况'
