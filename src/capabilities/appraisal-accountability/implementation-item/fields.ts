import type { Fields } from '../../../kernel/field.ts'
import { superiorFields, working } from '../accountable.ts'

export const basis = '部署、分解、落实、“回头看”的闭环落实机制'

/** What was deployed, who does what of it until when, and what a later look found. */
export const fields = {
  ...superiorFields,
  title: { type: 'text', label: '贯彻落实事项', required: true, max: 60 },
  order: { type: 'long', label: '部署要求', required: true, max: 1000 },
  unit: { type: 'unit', label: '落实单位' },
  dueOn: { type: 'day', label: '落实期限' },
  steps: { type: 'long', label: '分解的任务', max: 1000 },
  units: { type: 'units', label: '承担单位', of: working, max: 20 },
  done: { type: 'text', label: '完成情况', max: 300 },
  result: { type: 'long', label: '落实情况', max: 1000 },
  /** Who reported is kept so that the same person does not check it in another post. */
  reporter: { type: 'code', label: '报告人', seenBy: [] },
  lookOn: { type: 'day', label: '回头看日期', help: '不填的，按本市规定的间隔排定' },
  finding: { type: 'long', label: '回头看情况', max: 1000 },
  reason: { type: 'text', label: '理由', max: 300 },
  failures: { type: 'number', label: '回头看未通过次数' },
  late: { type: 'choice', label: '时限', options: [{ value: 'late', label: '曾超期' }] },
} as const satisfies Fields
