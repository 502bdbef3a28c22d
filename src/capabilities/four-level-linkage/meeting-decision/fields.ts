import type { Fields } from '../../../kernel/field.ts'
import { sorts } from '../meeting-parts.ts'

/** What is known of a decision: what, of which meeting, who and by when. */
export const fields = {
  title: { type: 'text', label: '议定事项', required: true, min: 2, max: 200 },
  meeting: { type: 'record', of: 'meeting', label: '会议' },
  body: { type: 'record', of: 'meeting-body', label: '议事机构' },
  item: { type: 'record', of: 'agenda-item', label: '议题' },
  sort: { type: 'choice', label: '会议类型', options: sorts },
  host: { type: 'unit', label: '召集单位' },
  organiser: { type: 'unit', label: '组织部门' },
  owner: { type: 'unit', label: '责任单位' },
  dueOn: { type: 'day', label: '期限' },
  result: { type: 'long', label: '办理结果', max: 2000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

export const basis = '议事机构的议定事项都有责任单位和期限，督办到销号'
