import type { Fields } from '../../../kernel/field.ts'

export const basis = '健全街道社区党组织兼职委员制，发挥兼职委员及其所在单位共建作用'

export const fields = {
  person: { type: 'text', label: '人选', required: true, min: 2, max: 60 },
  home: { type: 'unit', label: '所在单位' },
  organ: { type: 'unit', of: ['street', 'community'], label: '任职的党组织', required: true },
  from: { type: 'day', label: '任期自', required: true },
  until: { type: 'day', label: '任期至', required: true },
  duties: { type: 'long', label: '分工', required: true, max: 1000 },
  opinion: { type: 'long', label: '审议意见', max: 1000 },
  ownDeeds: { type: 'number', label: '本人履职事项数' },
  unitDeeds: { type: 'number', label: '所在单位支持事项数' },
  whose: {
    type: 'choice',
    label: '谁做的',
    required: true,
    options: [
      { value: 'own', label: '本人' },
      { value: 'unit', label: '所在单位' },
    ],
  },
  deed: {
    type: 'long',
    label: '事项',
    required: true,
    max: 1000,
    help: '参会、认领事项、提供资源',
  },
  ownReport: { type: 'long', label: '本人履职情况', required: true, max: 2000 },
  unitReport: { type: 'long', label: '所在单位作用', required: true, max: 2000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields
