import type { Fields } from '../../../kernel/field.ts'

/** What is known of an item, with when it was taken up and how long that took. */
export const fields = {
  title: { type: 'text', label: '议题', required: true, min: 2, max: 80 },
  detail: { type: 'long', label: '说明', max: 2000 },
  body: { type: 'record', of: 'meeting-body', label: '议事机构' },
  meeting: { type: 'record', of: 'meeting', label: '会议' },
  raisedFrom: { type: 'record', of: 'agenda-item', label: '下级议题' },
  raisedTo: { type: 'record', of: 'meeting-body', label: '提请的上级议事机构' },
  host: { type: 'unit', label: '召集单位' },
  organiser: { type: 'unit', label: '组织部门' },
  proposer: { type: 'unit', label: '提出单位' },
  order: { type: 'number', label: '次序', min: 1, max: 99 },
  begunAt: { type: 'moment', label: '开始讨论' },
  endedAt: { type: 'moment', label: '讨论结束' },
  outcome: { type: 'long', label: '讨论结果', max: 1000 },
  answer: { type: 'long', label: '上级答复', max: 1000 },
  reason: { type: 'text', label: '不列入的理由', max: 300 },
} as const satisfies Fields

export const basis = '定期沟通、上下协同解决问题：本级解决不了的提请上一级，结果返回本级'
