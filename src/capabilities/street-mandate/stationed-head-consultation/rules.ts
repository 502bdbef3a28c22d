import { isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { actorUnit, streetOf } from '../reading.ts'
import { basis } from './fields.ts'

/** What must hold before a personnel case goes on. */
export const rules: Readonly<Record<string, Rule>> = {
  isInAStreet: {
    says: '请写明派驻在哪个街道',
    instead: '请把地区选到街道',
    basis,
    holds: (context) => streetOf(context) !== undefined,
  },
  opinionIsHeard: {
    id: 'R008',
    says: '街道党（工）委还没有反馈意见，反馈期限也没有到，不能报审',
    instead: '等街道意见，或等期限到了再报',
    basis,
    holds: ({ record: { fields: own } }) => isGiven(own['conclusion']) || isGiven(own['lapsedAt']),
  },
  saysIfAdopted: {
    id: 'R008',
    says: '街道提了意见的，要写明是否采纳；不采纳要写明理由',
    instead: '请选择采纳情况，不采纳的写明理由',
    basis,
    input: true,
    holds: ({ record, input }) => {
      if (!isGiven(record.fields['conclusion'])) return true
      const adoption = textOf(input, 'adoption')
      return adoption !== undefined && (adoption !== 'notAdopted' || isGiven(input['why']))
    },
  },
  personWasTold: {
    says: '还没有告知本人',
    instead: '请先告知本人并记下日期，本人有异议的一并写明',
    basis: '涉及个人的，本人有权知道并提出异议',
    input: true,
    holds: ({ input }) => isGiven(input['toldOn']),
  },
  departmentIsNamed: {
    says: '人事建议要写明向哪个主管部门提出',
    basis,
    input: true,
    holds: ({ input, world }) =>
      world.directory.units.get(numberOf(input, 'department') ?? 0)?.type === 'department',
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  seatsDepartment: (context) => ({
    fields: {
      department: actorUnit(context) ?? null,
      street: streetOf(context)?.id ?? null,
    },
  }),
  keepsAsAdvice: () => ({ fields: { about: 'advice', conclusion: 'change' } }),
  keepsLapse: ({ at }) => ({ fields: { lapsedAt: at } }),
}
