import type { Fields } from '../../../kernel/field.ts'
import { versionFields } from '../../../kernel/patterns/version-making.ts'
import { lists } from './lists.ts'

/** A list is public text, not anybody's words: it stands in events whole. */
export const fields = {
  list: {
    type: 'choice',
    label: '清单',
    required: true,
    options: lists.map(({ value, label }) => ({ value, label })),
  },
  name: { type: 'code', label: '版本名称', required: true, max: 100 },
  basis: { type: 'code', label: '制定依据', required: true, max: 300 },
  keeper: { type: 'unit', label: '清单管理单位' },
  scope: { type: 'number', label: '适用地区代码' },
  heard: { type: 'units', label: '征求意见单位', of: ['street', 'community', 'district-centre'] },
  ...versionFields,
} as const satisfies Fields

export const basis = '职责清单经征求意见、审定后公布，修订和废止也要按版本进行'
