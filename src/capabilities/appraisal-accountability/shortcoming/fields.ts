import type { Fields } from '../../../kernel/field.ts'
import { superiorFields } from '../accountable.ts'

export const basis = '排查、登记、分级、整改、复核、销号的台账管理'

/** The fields in which shortcomings and hidden risks are looked for. */
const domains = [
  { value: 'debt', label: '债务风险' },
  { value: 'safety', label: '安全生产' },
  { value: 'fire', label: '消防' },
  { value: 'flood', label: '防汛' },
  { value: 'housing', label: '房屋建筑' },
  { value: 'service', label: '为民服务' },
  { value: 'party', label: '基层党建' },
  { value: 'other', label: '其他' },
] as const

const grades = [
  { value: 'grave', label: '重大' },
  { value: 'large', label: '较大' },
  { value: 'common', label: '一般' },
] as const

export const fields = {
  ...superiorFields,
  title: { type: 'text', label: '问题短板', required: true, max: 60 },
  detail: { type: 'long', label: '具体情况', required: true, max: 1000 },
  domain: { type: 'choice', label: '领域', required: true, options: domains },
  unit: { type: 'unit', label: '责任单位' },
  grade: { type: 'choice', label: '分级', options: grades },
  dueOn: { type: 'day', label: '整改期限' },
  result: { type: 'long', label: '整改情况', max: 1000 },
  /** Who reported is kept so that the same person does not re-check it in another post. */
  reporter: { type: 'code', label: '报告人', seenBy: [] },
  check: { type: 'text', label: '复核情况', max: 300 },
  reason: { type: 'text', label: '理由', max: 300 },
  rounds: { type: 'number', label: '整改轮次' },
  late: { type: 'choice', label: '时限', options: [{ value: 'late', label: '曾超期' }] },
} as const satisfies Fields
