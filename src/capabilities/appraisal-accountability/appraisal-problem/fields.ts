import type { Fields } from '../../../kernel/field.ts'
import { hostFields, reporting, yearField } from '../reviewing.ts'

const sources = [
  { value: 'comment', label: '述职点评' },
  { value: 'research', label: '会前调研' },
  { value: 'report', label: '述职查摆' },
  { value: 'inspection', label: '检查反馈' },
] as const

export const fields = {
  ...hostFields,
  title: { type: 'text', label: '问题', required: true, max: 200 },
  detail: { type: 'long', label: '具体表现和整改要求', max: 1000 },
  source: { type: 'choice', label: '来源', options: sources, required: true },
  /** The cycle it stands in; moves on with every year in which it is not closed. */
  year: yearField,
  firstYear: { type: 'number', label: '提出年度' },
  yearEnd: { type: 'day', label: '年度截止' },
  unit: { type: 'unit', label: '整改单位', required: true, of: reporting },
  meeting: { type: 'record', of: 'appraisal-meeting', label: '述职评议会' },
  visit: { type: 'record', of: 'research-visit', label: '会前调研' },
  report: { type: 'record', of: 'secretary-report', label: '述职报告' },
  measures: { type: 'long', label: '整改措施', required: true, min: 4, max: 1000 },
  lead: { type: 'text', label: '责任人（职务）', required: true, max: 40 },
  dueOn: { type: 'day', label: '整改期限', required: true },
  evidence: { type: 'long', label: '整改情况和依据', required: true, min: 4, max: 2000 },
  files: { type: 'files', label: '佐证材料', max: 10 },
  /** Who reported is kept so that the same person does not accept it in another post. */
  reporter: { type: 'code', label: '提交人', seenBy: [] },
  lookBackOn: { type: 'day', label: '回头看日期' },
  summary: { type: 'long', label: '总结提升', max: 1000 },
  reason: { type: 'text', label: '理由', max: 300 },
  rounds: { type: 'number', label: '整改轮次' },
  carried: { type: 'number', label: '结转次数' },
  late: { type: 'choice', label: '时限', options: [{ value: 'late', label: '已超期' }] },
} as const satisfies Fields

export const basis = '问题反馈、督促整改、总结提升的工作闭环'
