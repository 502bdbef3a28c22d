import type { Fields } from '../../../kernel/field.ts'

const themes = [
  { value: 'mandate', label: '街道统筹' },
  { value: 'response', label: '诉求办理' },
  { value: 'cobuild', label: '共建互补' },
  { value: 'community', label: '社区治理' },
  { value: 'frontier', label: '新兴领域' },
  { value: 'team', label: '队伍建设' },
] as const

/** An experience is written to be read by everybody: it stands in events whole. */
export const fields = {
  name: { type: 'code', label: '标题', required: true, max: 60 },
  theme: { type: 'choice', label: '主题', required: true, options: themes },
  problem: { type: 'code', label: '针对的问题', required: true, max: 300 },
  mechanism: { type: 'code', label: '机制做法', required: true, max: 600 },
  result: { type: 'code', label: '成效数据', required: true, max: 300 },
  conditions: { type: 'code', label: '适用条件', required: true, max: 300 },
  body: { type: 'long', label: '正文', max: 6000 },
  origin: { type: 'unit', label: '经验来源' },
  originArea: { type: 'area', label: '来源地' },
  site: { type: 'record', of: 'demonstration-site', label: '示范点' },
  adopted: { type: 'number', label: '学习借鉴的地方' },
  effective: { type: 'number', label: '已见成效的地方' },
  opinion: { type: 'text', label: '审核意见', max: 300 },
  reason: { type: 'text', label: '理由', max: 300 },
  adopter: { type: 'unit', label: '学习借鉴单位' },
  adoption: { type: 'record', of: 'experience-adoption', label: '学习借鉴' },
  since: { type: 'day', label: '开始学习借鉴' },
  effect: { type: 'code', label: '学习借鉴成效', max: 300 },
} as const satisfies Fields

export const written = {
  name: fields.name,
  theme: fields.theme,
  problem: fields.problem,
  mechanism: fields.mechanism,
  result: fields.result,
  conditions: fields.conditions,
  body: fields.body,
  site: fields.site,
} as const

export const basis = '总结推广先进典型和经验'
