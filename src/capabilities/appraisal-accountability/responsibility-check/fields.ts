import type { Fields } from '../../../kernel/field.ts'
import { organisations, superiorFields } from '../accountable.ts'

export const basis = '全面从严治党主体责任检查：结果由本轮记录得出，只计数，不列人'

/** A round of checks. Persons are counted, never named: no clue and no report is kept here. */
export const fields = {
  ...superiorFields,
  title: { type: 'text', label: '检查名称', required: true, max: 60 },
  year: { type: 'number', label: '年度', required: true, min: 2000, max: 2100 },
  units: { type: 'units', label: '检查对象', required: true, of: organisations, max: 40 },
  list: {
    type: 'long',
    label: '主体责任清单',
    required: true,
    max: 2000,
    help: '按岗位列明检查哪些责任，不写个人姓名',
  },
  onDay: { type: 'day', label: '检查日期', required: true },
  unit: { type: 'unit', label: '党组织' },
  person: {
    type: 'code',
    label: '谈话编号',
    max: 12,
    help: '检查组自己的编号，同一人用同一个；这里只用来计数，不写姓名',
  },
  /** Numbers already spoken to, so that nobody is counted twice; nobody reads them. */
  spoken: { type: 'choices', label: '谈话编号', seenBy: [] },
  holder: { type: 'unit', label: '办理的党组织', help: '问责建议由有权决定的上级党组织办理' },
  detail: { type: 'long', label: '具体内容', max: 1000 },
  dueOn: { type: 'day', label: '办理期限' },
  interviewed: { type: 'number', label: '访谈约谈人数' },
  problems: { type: 'number', label: '梳理问题数' },
  suggestions: { type: 'number', label: '问责建议数' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields
