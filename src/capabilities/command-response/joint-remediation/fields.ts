import type { Fields } from '../../../kernel/field.ts'

const views = [
  { value: 'better', label: '明显好转' },
  { value: 'some', label: '有所好转' },
  { value: 'same', label: '没有变化' },
]

/** What is known of a campaign. Its length is worked out from its days, never typed. */
export const fields = {
  title: { type: 'text', label: '标题', required: true, max: 60 },
  whistle: { type: 'record', of: 'street-whistle', label: '吹哨' },
  aim: { type: 'long', label: '整治内容', required: true, min: 4, max: 1000 },
  spot: { type: 'text', label: '整治范围', max: 120 },
  street: { type: 'unit', label: '牵头街道' },
  startOn: { type: 'day', label: '开始日期', required: true },
  endOn: { type: 'day', label: '结束日期', required: true },
  days: { type: 'number', label: '整治天数', help: '结束日期 − 开始日期 + 1' },
  problems: { type: 'number', label: '问题条数' },
  solved: { type: 'number', label: '已解决条数' },
  result: { type: 'long', label: '核查结果', max: 1000 },
  reason: { type: 'text', label: '取消理由', max: 300 },
} as const satisfies Fields

export const because = {
  reason: { type: 'text', label: '理由', required: true, max: 300 },
} as const satisfies Fields

/** What people living or trading there say is counted apart: no record says who said what. */
export const residentView = {
  residentView: {
    type: 'choice',
    label: '整治后这里有变化吗',
    options: views,
    required: true,
    apart: true,
  },
} as const satisfies Fields

export const shopView = {
  shopView: { ...residentView.residentView, label: '整治后门前这条街有变化吗' },
} as const satisfies Fields
