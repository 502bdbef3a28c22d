import { numberOf, textOf } from '../../../kernel/field.ts'
import type { Fact } from '../../../kernel/fact.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { streetsAreWithin } from '../sides.ts'
import { notRelieved, relievedStreets } from '../task-kinds.ts'
import { basis } from './fields.ts'
import { approval, heard, isInOrder } from './parties.ts'

export const facts: Readonly<Record<string, Fact>> = { relieved: relievedStreets }

export const rules: Readonly<Record<string, Rule>> = {
  ...heard.rules,
  ...approval.rules,
  allAgreed: { ...approval.rules.allAgreed, id: 'R004' },
  streetsAreWithin,
  notRelieved,
  daysInOrder: {
    says: '结束日期要在开始日期和今天以后',
    basis,
    input: true,
    holds: ({ input, at }) => isInOrder({ input }) && (textOf(input, 'endsOn') ?? '') > dayOf(at),
  },
  endsLater: {
    says: '续期的结束日期要在原结束日期以后',
    basis,
    input: true,
    holds: ({ input, record }) =>
      (textOf(input, 'endsOn') ?? '') > (textOf(record.fields, 'endsOn') ?? ''),
  },
  moneyIsWhole: {
    says: '到位经费少于准入时确定的经费',
    instead: '经费足额到位后再登记；确需调整的重新申请',
    basis: '费随事转',
    input: true,
    holds: ({ input, record }) =>
      (numberOf(input, 'moneyArrived') ?? 0) >= (numberOf(record.fields, 'money') ?? 0),
  },
  nobodyReviews: {
    says: '已经送审',
    basis,
    holds: ({ record }) => !record.parties.some(({ role }) => role === 'approver'),
  },
}
