import type { Fields } from '../../../kernel/field.ts'
import { sorts } from '../meeting-parts.ts'

/** What is known of one meeting. Who came is kept with the units invited. */
export const fields = {
  title: { type: 'text', label: '会议名称', required: true, max: 60 },
  body: { type: 'record', of: 'meeting-body', label: '议事机构' },
  sort: { type: 'choice', label: '类型', options: sorts },
  host: { type: 'unit', label: '召集单位' },
  organiser: { type: 'unit', label: '组织部门' },
  members: { type: 'units', label: '拟请单位', max: 50 },
  startAt: { type: 'moment', label: '开始时间', required: true },
  endAt: { type: 'moment', label: '结束时间' },
  day: { type: 'day', label: '会议日期' },
  spot: { type: 'text', label: '地点', required: true, max: 100 },
  site: { type: 'unit', label: '承办单位' },
  openedAt: { type: 'moment', label: '开会时间' },
  finishedAt: { type: 'moment', label: '散会时间' },
  minutes: { type: 'long', label: '会议纪要', max: 10_000 },
  deputy: { type: 'text', label: '代会人员', max: 60 },
  excuse: { type: 'text', label: '请假理由', max: 200 },
  reason: { type: 'text', label: '取消理由', max: 300 },
} as const satisfies Fields

export const basis = '定期沟通、上下协同解决问题；议定事项有责任单位、有期限'
