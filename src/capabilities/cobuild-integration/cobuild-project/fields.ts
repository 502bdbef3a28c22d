import type { Fields } from '../../../kernel/field.ts'

const ratings = [
  { value: 'good', label: '好' },
  { value: 'fair', label: '一般' },
  { value: 'poor', label: '差' },
] as const

/** What is known of a project: what it joins, what each side promised, how each judged it. */
export const fields = {
  title: { type: 'text', label: '项目名称', max: 80 },
  need: { type: 'record', of: 'community-need', label: '需求', required: true },
  resource: { type: 'record', of: 'unit-resource', label: '资源', required: true },
  unitDuty: { type: 'code', label: '单位承担', max: 300 },
  communityDuty: { type: 'code', label: '社区承担', max: 300 },
  finishOn: { type: 'day', label: '完成期限' },
  community: { type: 'unit', label: '社区' },
  unit: { type: 'unit', label: '单位' },
  topic: { type: 'code', label: '服务类别', max: 20 },
  communityOk: { type: 'flag', label: '社区已确认' },
  unitOk: { type: 'flag', label: '单位已确认' },
  delivered: { type: 'code', label: '完成情况', max: 500 },
  served: { type: 'number', label: '服务人次', min: 0, max: 1_000_000 },
  deliveredOn: { type: 'day', label: '完成日期' },
  communityRating: { type: 'choice', label: '社区评价', options: ratings },
  communityWords: { type: 'code', label: '社区的话', max: 200 },
  unitRating: { type: 'choice', label: '单位评价', options: ratings },
  unitWords: { type: 'code', label: '单位的话', max: 200 },
  rating: { type: 'choice', label: '评价', options: ratings },
  words: { type: 'code', label: '说一句', max: 200 },
  asked: { type: 'number', label: '参评居民', min: 1, max: 100_000 },
  satisfied: { type: 'number', label: '满意的居民', min: 0, max: 100_000 },
  agreement: { type: 'flag', label: '已起草协议' },
  reason: { type: 'text', label: '理由', max: 200 },
} as const satisfies Fields

export const proposed = {
  need: fields.need,
  resource: fields.resource,
  title: fields.title,
  unitDuty: fields.unitDuty,
  communityDuty: fields.communityDuty,
  finishOn: fields.finishOn,
} as const
