import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { onOwnSubordinates } from '../superior.ts'
import { basis } from './fields.ts'

/** Whom a superior may inspect, when, and by what leave. */
export const rules: Readonly<Record<string, Rule>> = {
  onOwnSubordinates: onOwnSubordinates('units'),
  isAhead: {
    says: '督查日期不能早于今天',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'onDay') ?? '') >= dayOf(at),
  },
  streetNeedsApproval: {
    id: 'R013',
    says: '督查街道的，应列入区委、区政府年度计划，或一事一报经批准',
    instead: '请选年度计划事项或已批准的报批；没有的，先申请报批',
    basis: '对街道的检查考核由区里统筹安排，一事一报',
    input: true,
    facts: ['plan', 'approval'],
    holds: ({ input, facts, world }) => {
      const day = textOf(input, 'onDay') ?? ''
      const granted = ['plan', 'approval'].flatMap((name) => facts[name]?.rows ?? [])
      const covering = granted.filter(
        ({ fields: own }) =>
          (textOf(own, 'beginsOn') ?? '') <= day && day <= (textOf(own, 'endsOn') ?? ''),
      )
      const covered = new Set(covering.flatMap(({ fields: own }) => listOf(own, 'streets')))
      return listOf(input, 'units').every(
        (unit) =>
          typeof unit !== 'number' ||
          world.directory.units.get(unit)?.type !== 'street' ||
          covered.has(unit),
      )
    },
  },
  isInspected: {
    says: '这个单位不在本次督查对象之中',
    basis,
    input: true,
    holds: ({ input, record }) =>
      record.parties.some((party) => party.unit === numberOf(input, 'unit')),
  },
  isDueLater: {
    says: '整改期限应在今天之后',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') > dayOf(at),
  },
}
