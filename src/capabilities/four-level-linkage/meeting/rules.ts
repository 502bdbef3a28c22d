import { isGiven, numberOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { unitsIn } from '../meeting-parts.ts'
import { basis } from './fields.ts'

/** The rules a meeting's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  someoneIsInvited: {
    says: '还没有拟请的单位',
    instead: '请先添加参会单位',
    basis,
    holds: ({ record }) => unitsIn(record.fields['members']).length > 0,
  },
  areNotInvitedYet: {
    says: '这个单位已经在参会名单里',
    basis,
    input: true,
    holds: ({ input, record }) => {
      const units = unitsIn(input['units'])
      const known = unitsIn(record.fields['members'])
      return new Set([...known, ...units]).size === known.length + units.length
    },
  },
  endsAfterItBegins: {
    says: '会议时间要在今后，结束要晚于开始',
    basis: '会议通知要先于会议',
    input: true,
    holds: ({ input, at }) => {
      const start = numberOf(input, 'startAt') ?? 0
      return start > at && (numberOf(input, 'endAt') ?? start + 1) > start
    },
  },
  dayHasCome: {
    says: '还没有到会议这一天',
    instead: '提前召开请先改期',
    basis,
    holds: ({ record, at }) => dayOf(numberOf(record.fields, 'startAt') ?? at) <= dayOf(at),
  },
  minutesAreMissing: {
    says: '纪要已经写好',
    basis,
    holds: ({ record }) => !isGiven(record.fields['minutes']),
  },
  minutesAreWritten: {
    says: '还没有写会议纪要',
    instead: '可用会上记录自动起草，改好后保存',
    basis,
    holds: ({ record }) => isGiven(record.fields['minutes']),
  },
  everyDecisionIsAssigned: {
    id: 'R031',
    says: '还有议定事项没有责任单位或期限，会议不能办结',
    instead: '请为每个议定事项定责任单位和期限，或撤下不作为议定事项',
    basis: '议事机构的议定事项都有责任单位和期限',
    facts: ['unassigned'],
    holds: ({ facts }) => (facts['unassigned']?.count ?? 0) === 0,
  },
  isNotOver: {
    says: '会议已经办结或取消，出席情况不再改',
    basis,
    holds: ({ record }) => ['notified', 'holding', 'minuting'].includes(record.state),
  },
}
