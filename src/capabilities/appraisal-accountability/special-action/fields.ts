import type { Fields } from '../../../kernel/field.ts'
import { superiorFields, working } from '../accountable.ts'

export const basis = '专项行动：定目标、定期限、定任务、定单位，到期总结'

/** What a campaign is to reach until when, and how it ended. */
export const fields = {
  ...superiorFields,
  title: { type: 'text', label: '专项行动', required: true, max: 60 },
  goals: { type: 'long', label: '目标', required: true, max: 1000 },
  year: { type: 'number', label: '年度', required: true, min: 2000, max: 2100 },
  from: { type: 'day', label: '开始日期', required: true, default: 'today' },
  until: { type: 'day', label: '结束日期', required: true },
  isTopic: { type: 'flag', label: '列为述职评议考核内容' },
  indicator: {
    type: 'code',
    label: '指标编号',
    max: 40,
    help: '看成效的指标；总结时实际值由系统取',
  },
  target: { type: 'number', label: '目标值', help: '比率按百分数填，如 90 表示 90%' },
  actual: { type: 'number', label: '实际值' },
  units: { type: 'units', label: '参加单位', of: working, max: 40 },
  task: { type: 'text', label: '任务', max: 300 },
  dueOn: { type: 'day', label: '任务期限' },
  result: { type: 'text', label: '结果', max: 500 },
  unfinished: { type: 'text', label: '没有完成的任务及原因', max: 500 },
  report: { type: 'long', label: '总结报告', max: 4000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields
