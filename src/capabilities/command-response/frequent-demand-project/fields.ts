import type { Fields } from '../../../kernel/field.ts'

/** What is known of a project. Both counts are the system's own: nobody types them. */
export const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  category: { type: 'choice', label: '诉求类别', options: 'categories' },
  area: { type: 'area', label: '地区' },
  from: { type: 'day', label: '统计期起', help: '整月、整季、半年或整年' },
  to: { type: 'day', label: '统计期止' },
  before: { type: 'number', label: '治理前诉求件数' },
  threshold: { type: 'number', label: '列入时的件数门槛' },
  leader: { type: 'unit', label: '领办书记所在单位' },
  lead: { type: 'unit', label: '牵头单位' },
  plan: { type: 'long', label: '治理方案', max: 2000 },
  compareFrom: { type: 'day', label: '对比期起', help: '与统计期一样长，方案定下之后开始' },
  compareTo: { type: 'day', label: '对比期止' },
  measureOn: { type: 'day', label: '对比计数日' },
  after: { type: 'number', label: '治理后诉求件数' },
  rounds: { type: 'number', label: '治理轮次' },
  result: { type: 'long', label: '成效', max: 1000 },
  endReason: { type: 'text', label: '终止理由', max: 300 },
} as const satisfies Fields

export const because = {
  reason: { type: 'text', label: '理由', required: true, max: 300 },
} as const satisfies Fields
