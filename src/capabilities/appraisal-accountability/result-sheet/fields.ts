import type { Fields } from '../../../kernel/field.ts'
import { hostFields, reporting, yearField } from '../reviewing.ts'

export const channels = [
  { value: 'performance', label: '领导班子和领导干部实绩考核' },
  { value: 'appraisal', label: '述职评议考核' },
  { value: 'inspection', label: '巡视巡察' },
] as const

export const fields = {
  ...hostFields,
  title: { type: 'text', label: '名称', max: 60 },
  year: yearField,
  unit: { type: 'unit', label: '单位', required: true, of: reporting },
  raised: { type: 'number', label: '指出的问题' },
  closed: { type: 'number', label: '其中已销号' },
  overdue: { type: 'number', label: '其中超期未销号' },
  carried: { type: 'number', label: '上年结转' },
  drawnAt: { type: 'moment', label: '取数时间' },
  version: { type: 'number', label: '第几次取数' },
  rank: {
    type: 'number',
    label: '单位排名',
    min: 1,
    max: 500,
    help: '排的是单位，不是人；并列的填同一名次',
  },
  tied: {
    type: 'number',
    label: '与本单位并列的其他单位数',
    min: 0,
    max: 499,
    help: '没有并列的不填',
  },
  ranked: { type: 'number', label: '参加排名的单位数', min: 1, max: 500 },
  performance: { type: 'long', label: '实绩考核中的内容和分量', max: 500 },
  appraisal: { type: 'long', label: '述职评议考核中的内容和分量', max: 500 },
  inspection: { type: 'code', label: '巡视巡察编号', max: 40, help: '只记已列入和编号，不记内容' },
  performanceRead: { type: 'number', label: '实绩考核所用的取数' },
  appraisalRead: { type: 'number', label: '述职评议所用的取数' },
  inspectionRead: { type: 'number', label: '巡视巡察所用的取数' },
  remark: { type: 'long', label: '本单位意见', required: true, min: 4, max: 1000 },
  answer: { type: 'long', label: '答复', required: true, min: 4, max: 1000 },
  reason: { type: 'text', label: '理由', required: true, max: 300 },
} as const satisfies Fields

export const basis =
  '把抓城市基层党建纳入实绩考核、述职评议考核、巡视巡察的重要内容，三处用同一张结果单'
