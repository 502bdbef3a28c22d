import type { Fields } from '../../../kernel/field.ts'

export const fields = {
  title: { type: 'text', label: '活动名称', required: true, min: 4, max: 100 },
  sort: {
    type: 'choice',
    label: '活动类型',
    required: true,
    options: [
      { value: 'themeDay', label: '联合主题党日' },
      { value: 'service', label: '便民服务' },
      { value: 'culture', label: '文化体育' },
      { value: 'care', label: '关怀慰问' },
    ],
  },
  contents: {
    type: 'choices',
    label: '活动内容',
    required: true,
    max: 4,
    options: [
      { value: 'theory', label: '理论研讨' },
      { value: 'charter', label: '学习党章党规' },
      { value: 'council', label: '民主议事' },
      { value: 'service', label: '基层服务' },
    ],
  },
  lead: { type: 'unit', label: '发起单位' },
  startAt: { type: 'moment', label: '开始时间', required: true },
  endAt: { type: 'moment', label: '结束时间' },
  day: { type: 'day', label: '活动日期' },
  spot: { type: 'text', label: '地点', required: true, max: 100 },
  result: { type: 'long', label: '活动成果', max: 2000 },
  communities: { type: 'number', label: '举办的社区党组织数' },
  units: { type: 'number', label: '举办的单位数' },
  attendance: { type: 'number', label: '到场人数', help: '按组织登记的人数相加' },
  organisations: { type: 'number', label: '共同举办的在册组织数' },
  photos: { type: 'files', label: '现场照片', max: 6, help: '可以不附；只拍场景，不拍个人' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

export const attended = {
  type: 'number',
  label: '本组织到场人数',
  required: true,
  min: 0,
  max: 100_000,
} as const
