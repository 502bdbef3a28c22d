import { isNextBelow } from '../../../kernel/area-tree.ts'
import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { organisations } from '../superior.ts'
import { basis } from './fields.ts'

/** Where a task may go, and when it is done. */
export const rules: Readonly<Record<string, Rule>> = {
  toNextLevelBelow: {
    id: 'R028',
    says: '任务只能下达给同一隶属关系中的下一级党组织，不能越级、平级或跨区',
    instead: '请先下达给下一级，由下一级继续分解',
    basis,
    input: true,
    holds: ({ input, record, world: { directory } }) => {
      const units = listOf(input, 'units')
      const holder = numberOf(record.fields, 'holder') ?? 0
      return (
        units.length > 0 &&
        units.every(
          (unit) =>
            typeof unit === 'number' &&
            organisations.includes(directory.units.get(unit)?.type ?? '') &&
            isNextBelow(directory, unit, holder),
        )
      )
    },
  },
  notLaterThanItself: {
    says: '下级任务的完成期限不能晚于本级任务',
    basis,
    input: true,
    holds: ({ input, record }) => {
      const own = textOf(record.fields, 'dueOn') ?? ''
      return (textOf(input, 'dueOn') ?? own) <= own
    },
  },
  endsLater: {
    says: '完成期限应在今天之后',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') > dayOf(at),
  },
  partsAreDone: {
    says: '下级任务还没有全部完成，本级不能报完成',
    instead: '可以先报进展；下级都完成后再报完成',
    basis,
    holds: ({ record }) =>
      record.parties.every((party) => party.role !== 'child' || party.fields['done'] === true),
  },
  partIsOpenAgain: {
    says: '下级任务都已完成',
    basis,
    holds: ({ record }) =>
      record.parties.some((party) => party.role === 'child' && party.fields['done'] !== true),
  },
  hasNoParts: {
    says: '已经分解到下级的任务，进度由下级汇总，不用再填',
    instead: '请下级报进展',
    basis,
    holds: ({ record }) => record.parties.every((party) => party.role !== 'child'),
  },
}
