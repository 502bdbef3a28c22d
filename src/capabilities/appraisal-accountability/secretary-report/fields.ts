import type { Fields } from '../../../kernel/field.ts'
import { categories } from '../contents.ts'
import { hostFields } from '../superior.ts'

export const basis = '党组织书记抓基层党建述职评议考核：一年一次，逐一交账'

export const fields = {
  ...hostFields,
  title: { type: 'text', label: '报告名称', max: 100 },
  cycle: { type: 'record', of: 'appraisal-cycle', label: '述职评议考核' },
  year: { type: 'number', label: '年度' },
  reporter: { type: 'unit', label: '述职的党组织' },
  category: { type: 'choice', label: '述职书记类别', options: categories },
  focus: { type: 'choice', label: '层次', options: [{ value: 'focus', label: '重点' }] },
  template: { type: 'record', of: 'appraisal-template', label: '述职模板' },
  meetingOn: { type: 'day', label: '拟召开述职评议会日期' },
  most: { type: 'number', label: '字数上限' },
  length: { type: 'number', label: '总字数' },
  form: {
    type: 'choice',
    label: '述职形式',
    options: [
      { value: 'onsite', label: '现场述职' },
      { value: 'written', label: '书面述职' },
    ],
  },
  opinion: { type: 'text', label: '审核意见', max: 500 },
  reason: { type: 'text', label: '退回理由', max: 300 },
  excuse: { type: 'text', label: '不述职的理由', min: 2, max: 300 },
} as const satisfies Fields
