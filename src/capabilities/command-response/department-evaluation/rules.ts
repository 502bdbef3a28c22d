import { isGiven, type Values } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { basis, type Side } from './fields.ts'

/** Each side judges once and replies once; nobody changes what the other said. */
export const rules: Readonly<Record<string, Rule>> = {
  departmentUnjudged: unjudged('department'),
  streetUnjudged: unjudged('street'),
  bothJudged: {
    says: '还有一方没有评价',
    basis,
    holds: ({ record }) =>
      isJudged(record.fields, 'department') && isJudged(record.fields, 'street'),
  },
  nobodyJudged: {
    says: '已经有一方评价',
    basis,
    holds: ({ record }) =>
      !isJudged(record.fields, 'department') && !isJudged(record.fields, 'street'),
  },
  departmentMayReply: mayReply('department'),
  streetMayReply: mayReply('street'),
  nothingIsLeftToSay: {
    says: '还可以答复',
    basis,
    holds: ({ record: { fields: own } }) =>
      (['department', 'street'] as const).every(
        (one) => !isJudged(own, one) || isGiven(own[`${one}Reply`]),
      ),
  },
}

function unjudged(judged: Side): Rule {
  return {
    id: 'R116',
    says: '已经评价过，评价以后不能再改',
    instead: '对方可以答复',
    basis,
    holds: ({ record }) => !isJudged(record.fields, judged),
  }
}

function mayReply(by: Side): Rule {
  return {
    id: 'R116',
    says: '对方没有评价，或已经答复过一次',
    basis,
    holds: ({ record: { fields: own } }) => isJudged(own, by) && !isGiven(own[`${by}Reply`]),
  }
}

function isJudged(values: Values, judged: Side): boolean {
  return isGiven(values[`${judged}Result`])
}
