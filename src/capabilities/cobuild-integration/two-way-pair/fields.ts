import type { Fields } from '../../../kernel/field.ts'
import { directions } from './sides.ts'

export const fields = {
  title: { type: 'text', label: '结对名称', required: true, min: 4, max: 100 },
  industry: { type: 'unit', of: ['department'], label: '行业部门' },
  territory: { type: 'unit', of: ['street', 'community'], label: '属地' },
  awaiting: { type: 'unit', label: '待确认一方' },
  signedOn: { type: 'day', label: '结对日期' },
  year: { type: 'number', label: '年度', min: 2000, max: 2100 },
  yearEnd: { type: 'day', label: '本年度截至' },
  missing: { type: 'choices', label: '还缺的方向', options: directions, max: 8 },
  verdict: {
    type: 'choice',
    label: '是否双向',
    options: [
      { value: 'twoWay', label: '双向' },
      { value: 'oneWay', label: '有方向缺失' },
    ],
  },
  consultedOn: { type: 'day', label: '最近一次会商' },
  overdue: { type: 'flag', label: '会商逾期' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

/** What is typed on the pair's page for the records that come of it. */
export const typed = {
  duty: { type: 'text', label: '责任事项', required: true, min: 4, max: 200 },
  detail: { type: 'long', label: '具体要求', max: 1000 },
  dueOn: { type: 'day', label: '完成期限', required: true },
  topic: { type: 'text', label: '会商主题', required: true, min: 4, max: 200 },
  startAt: { type: 'moment', label: '会商时间', required: true },
  spot: { type: 'text', label: '地点', max: 100 },
  agenda: { type: 'long', label: '我方议题', required: true, max: 1000 },
  dutyScore: { type: 'number', label: '履行责任', required: true, min: 0, max: 100 },
  talkScore: { type: 'number', label: '沟通协商', required: true, min: 0, max: 100 },
  helpScore: { type: 'number', label: '支持配合', required: true, min: 0, max: 100 },
  words: { type: 'long', label: '评价说明', required: true, max: 1000 },
} as const satisfies Fields
