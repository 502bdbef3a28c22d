import type { Fields } from '../../../kernel/field.ts'
import { superiorFields } from '../accountable.ts'

export const basis = '在抓重大任务落实中检验党组织战斗力'

const sorts = [
  { value: 'flood', label: '防汛抗洪' },
  { value: 'cold', label: '低温雨雪冰冻' },
  { value: 'quake', label: '抗震救灾' },
  { value: 'fire', label: '森林防火' },
  { value: 'supply', label: '保供保畅' },
  { value: 'renewal', label: '征收改造' },
  { value: 'event', label: '重大活动保障' },
  { value: 'other', label: '其他' },
] as const

/** What had to be done, which organisations did what of it, and what was learnt. */
export const fields = {
  ...superiorFields,
  title: { type: 'text', label: '重大任务', required: true, max: 60 },
  sort: { type: 'choice', label: '类型', required: true, options: sorts },
  from: { type: 'day', label: '开始日期', required: true, default: 'today' },
  until: { type: 'day', label: '结束日期' },
  year: { type: 'number', label: '年度', min: 2000, max: 2100 },
  units: {
    type: 'units',
    label: '参加的党组织',
    of: ['committee', 'street', 'community', 'department'],
    max: 60,
  },
  contribution: { type: 'long', label: '做了什么', max: 1000 },
  attended: { type: 'number', label: '出动人次', min: 0, max: 100_000 },
  good: { type: 'long', label: '好的做法', max: 1000 },
  lacking: { type: 'long', label: '短板不足', max: 1000 },
  lessons: { type: 'long', label: '改进措施', max: 1000 },
  report: { type: 'record', of: 'secretary-report', label: '述职报告' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields
