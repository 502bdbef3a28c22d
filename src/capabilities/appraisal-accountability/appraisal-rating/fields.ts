import type { Fields } from '../../../kernel/field.ts'
import { personFields } from '../person.ts'
import { hostFields, reporting, yearField } from '../reviewing.ts'

const grades = [
  { value: 'good', label: '好' },
  { value: 'fairlyGood', label: '较好' },
  { value: 'average', label: '一般' },
  { value: 'poor', label: '差' },
] as const

export const fields = {
  ...hostFields,
  title: { type: 'text', label: '名称', max: 60 },
  year: yearField,
  unit: { type: 'unit', label: '被评单位', required: true, of: reporting },
  ...personFields,
  meeting: { type: 'record', of: 'appraisal-meeting', label: '述职评议会' },
  raised: { type: 'number', label: '本年度指出的问题' },
  closed: { type: 'number', label: '其中已销号' },
  overdue: { type: 'number', label: '其中超期未销号' },
  votes: { type: 'code', label: '民主测评', max: 600 },
  grade: { type: 'choice', label: '等次', options: grades, required: true },
  former: { type: 'choice', label: '改评前的等次', options: grades },
  reasons: { type: 'long', label: '评定理由', required: true, min: 10, max: 1000 },
  informedOn: { type: 'day', label: '书面告知日期', default: 'today' },
  objection: { type: 'long', label: '不同意见', required: true, min: 4, max: 1000 },
  answer: { type: 'long', label: '答复', required: true, min: 4, max: 1000 },
  /** 一般 or 差 by the city's scale on the day it was entered. */
  low: { type: 'flag', label: '提请约谈的等次' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

export const basis = '等次由上级党委看过情况后评定，写明理由，告知本人，可以提出不同意见'
