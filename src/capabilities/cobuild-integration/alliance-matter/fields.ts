import type { Fields } from '../../../kernel/field.ts'
import { matterSorts } from '../alliance/fields.ts'

export const basis = '共同事项由各方一起办、一起销号'

export const fields = {
  title: { type: 'text', label: '事项', required: true, max: 200 },
  alliance: { type: 'record', of: 'alliance', label: '联盟', required: true },
  raiser: { type: 'unit', label: '提出单位', required: true },
  units: { type: 'units', label: '各方', required: true, max: 60 },
  sort: { type: 'choice', label: '事项类型', required: true, options: matterSorts },
  detail: { type: 'long', label: '具体内容', max: 2000 },
  side: { type: 'unit', label: '退出的一方' },
  dueOn: { type: 'day', label: '办理期限', required: true },
  outcome: { type: 'long', label: '办理结果', max: 2000 },
  reason: { type: 'text', label: '理由', max: 300 },
  withCity: { type: 'choice', label: '相邻城市', options: 'neighbours' },
  raisedThere: { type: 'flag', label: '由对方城市提出' },
  otherRaiser: { type: 'text', label: '对方城市提出单位', max: 200 },
  othersPending: { type: 'number', label: '对方城市还没有办好的单位数', min: 0, max: 1000 },
  otherWho: { type: 'text', label: '对方城市单位', max: 200 },
  otherPart: { type: 'long', label: '对方城市办理情况', max: 1200 },
} as const satisfies Fields
