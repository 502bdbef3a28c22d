import type { Fields } from '../../../kernel/field.ts'
import { extensionFields } from '../extension.ts'
import { begunBy, ownedFields } from '../owned.ts'

/** What is known of a project that a secretary leads. What came of it is a code: the year's report
 *  quotes it. */
export const fields = {
  ...ownedFields,
  ...extensionFields,
  title: { type: 'text', label: '项目', required: true, max: 60 },
  sort: {
    type: 'choice',
    label: '类型',
    required: true,
    options: [
      { value: 'key', label: '领办重点项目' },
      { value: 'claimed', label: '认领项目' },
    ],
  },
  problem: { type: 'long', label: '要破解的难题', required: true, min: 4, max: 500 },
  dueOn: { type: 'day', label: '完成期限', required: true },
  milestone: { type: 'code', label: '当前节点', max: 60 },
  milestoneOn: { type: 'day', label: '节点期限' },
  passed: { type: 'number', label: '已过节点' },
  effect: { type: 'code', label: '成效', max: 300 },
  remaining: { type: 'code', label: '问题', max: 300 },
  measures: { type: 'code', label: '举措', max: 300 },
  opinion: { type: 'text', label: '验收意见', max: 300 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields

export const drafted = {
  title: fields.title,
  sort: fields.sort,
  problem: fields.problem,
  dueOn: fields.dueOn,
  milestone: fields.milestone,
  milestoneOn: fields.milestoneOn,
} as const satisfies Fields

export const proposed = { ...begunBy, ...drafted } as const
