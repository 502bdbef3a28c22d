import type { Fields } from '../../../kernel/field.ts'
import { personFields } from '../person.ts'
import { hostFields, reporting, yearField } from '../reviewing.ts'

const causes = [
  { value: 'grade', label: '评定等次' },
  { value: 'rank', label: '单位排名靠后' },
  { value: 'overdue', label: '整改逾期、工作不力' },
] as const

export const fields = {
  ...hostFields,
  title: { type: 'text', label: '名称', max: 60 },
  year: yearField,
  unit: { type: 'unit', label: '被约谈单位', required: true, of: reporting },
  ...personFields,
  cause: { type: 'choice', label: '事由', options: causes, required: true },
  rating: { type: 'record', of: 'appraisal-rating', label: '等次评定' },
  sheet: { type: 'record', of: 'result-sheet', label: '结果单' },
  facts: { type: 'long', label: '情况', required: true, min: 4, max: 1000 },
  reason: { type: 'text', label: '理由', required: true, max: 300 },
  by: { type: 'text', label: '约谈人（职务）', required: true, max: 40 },
  heldOn: { type: 'day', label: '约谈日期', required: true, default: 'today' },
  notes: { type: 'long', label: '约谈记录', required: true, min: 10, max: 2000 },
  demands: { type: 'long', label: '整改要求', required: true, min: 4, max: 1000 },
  dueOn: { type: 'day', label: '整改期限', required: true },
  view: { type: 'long', label: '本人陈述', required: true, max: 1000 },
  result: { type: 'long', label: '整改情况', required: true, min: 4, max: 1000 },
  recheck: { type: 'long', label: '复查情况', required: true, min: 4, max: 1000 },
} as const satisfies Fields

export const basis = '对考核排名靠后、工作不力的党组织书记进行约谈'
