import { isGiven, textOf } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { extensionRules, extensionSetters } from '../extension.ts'
import { ownedRules, ownedSetters } from '../owned.ts'

const basis = '书记领办项目：以第一人讲成效、讲问题、讲举措'

/** The rules a project's flow names. */
export const rules = {
  ...ownedRules,
  ...extensionRules,
  threeParts: {
    id: 'R043',
    says: '报完成要讲清成效、问题、举措三项，缺一不可',
    basis,
    input: true,
    holds: ({ input }) => ['effect', 'remaining', 'measures'].every((part) => isGiven(input[part])),
  },
  milestoneIsWhole: {
    says: '节点要有名称和日期，日期在今天之后、不晚于完成期限',
    instead: '没有下一个节点时两项都不填',
    basis: '项目按节点推进',
    input: true,
    holds: ({ input, record, at }) => {
      const name = textOf(input, 'milestone')
      const day = textOf(input, 'milestoneOn')
      if (name === undefined && day === undefined) return true
      const end = textOf(input, 'dueOn') ?? textOf(record.fields, 'dueOn') ?? ''
      return name !== undefined && day !== undefined && day > dayOf(at) && day <= end
    },
  },
  hasMilestone: {
    says: '没有待过的节点',
    basis: '项目按节点推进',
    holds: ({ record }) => textOf(record.fields, 'milestoneOn') !== undefined,
  },
} as const satisfies Record<string, Rule>

export const setters = {
  ...ownedSetters,
  ...extensionSetters,
  passesMilestone: ({ input, record }) => ({
    fields: {
      milestone: input['milestone'] ?? null,
      milestoneOn: input['milestoneOn'] ?? null,
      passed: Number(record.fields['passed'] ?? 0) + 1,
    },
  }),
} as const satisfies Record<string, Setter>
