import type { Fields } from '../../../kernel/field.ts'

export const basis = '应急处置权由区里授予；命令要有开始、范围和结束'

/** An emergency order: what, where, from when until when. */
export const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  matter: { type: 'long', label: '情况和处置要求', required: true, max: 1000 },
  grounds: { type: 'code', label: '依据', required: true, max: 200 },
  scope: { type: 'code', label: '范围', max: 200, help: '必须写明：到哪些路段、楼院、点位' },
  startsAt: { type: 'moment', label: '开始时间' },
  endsAt: { type: 'moment', label: '结束时间', help: '必须写明；到时间不能再新增处置' },
  sweepOn: { type: 'day', label: '到期收尾日' },
  street: { type: 'unit', label: '街道' },
  called: { type: 'units', of: 'department', label: '响应部门', max: 20 },
  words: { type: 'long', label: '处置措施', required: true, max: 1000 },
  liftedAt: { type: 'moment', label: '解除时间' },
  lessons: { type: 'long', label: '复盘', required: true, max: 2000 },
} as const satisfies Fields
