import type { Fields } from '../../../kernel/field.ts'
import { fourLevels } from '../superior.ts'

/** What is known of a year's task at one level of its tree. */
export const fields = {
  title: { type: 'text', label: '任务', required: true, max: 60 },
  detail: { type: 'long', label: '目标和要求', max: 1000 },
  year: { type: 'number', label: '年度', required: true, min: 2000, max: 2100 },
  dueOn: { type: 'day', label: '完成期限', required: true },
  level: { type: 'choice', label: '层级', options: fourLevels },
  holder: { type: 'unit', label: '承担单位' },
  assigner: { type: 'unit', label: '下达单位' },
  parent: { type: 'record', of: 'level-task', label: '上级任务' },
  site: { type: 'record', of: 'demonstration-site', label: '示范点' },
  progress: { type: 'number', label: '进度（%）', max: 100 },
  words: { type: 'long', label: '进展', max: 1000 },
  late: { type: 'choice', label: '时限', options: [{ value: 'late', label: '已超时' }] },
  reason: { type: 'text', label: '理由', max: 300 },
  done: { type: 'flag', label: '已完成' },
  child: { type: 'record', of: 'level-task', label: '下级任务' },
} as const satisfies Fields

/** What a task hands to the tasks below it, and they keep. */
export const handed = {
  title: fields.title,
  detail: fields.detail,
  year: fields.year,
  dueOn: fields.dueOn,
  holder: { ...fields.holder, required: true },
  assigner: { ...fields.assigner, required: true },
  parent: fields.parent,
  site: fields.site,
} as const satisfies Fields

export const basis = '逐级明确党建工作职责任务，年度任务逐级分解'
