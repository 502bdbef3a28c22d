import { isGiven, listOf, numberOf } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { actorUnit } from '../reading.ts'
import { basis } from './fields.ts'

/** Who may order in an emergency, and until when anything may be added to it. */
export const rules: Readonly<Record<string, Rule>> = {
  streetHoldsThePower: {
    id: 'R015',
    says: '应急处置权没有赋予本街道，或者还没有承接确认、已经收回',
    instead: '紧急情况请吹应急处置哨',
    basis,
    input: true,
    facts: ['grant'],
    holds: ({ facts }) => facts['grant']?.rows.length === 1,
  },
  hasStartScopeAndEnd: {
    id: 'R015',
    says: '应急命令要写明范围、开始时间和结束时间，结束要在开始和现在以后',
    instead: '请补齐范围和起止时间',
    basis,
    input: true,
    holds: ({ input, at }) => {
      const start = numberOf(input, 'startsAt')
      const end = numberOf(input, 'endsAt')
      return (
        isGiven(input['scope']) &&
        start !== undefined &&
        end !== undefined &&
        end > start &&
        end > at
      )
    },
  },
  hasNotEnded: {
    id: 'R015',
    says: '应急命令已经到结束时间，不能再新增处置',
    instead: '确有需要的，请另下新的命令',
    basis,
    holds: ({ record, at }) => at < (numberOf(record.fields, 'endsAt') ?? 0),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  startsIt: (context) => {
    const end = numberOf(context.input, 'endsAt')
    return {
      fields: {
        street: actorUnit(context) ?? null,
        sweepOn: end === undefined ? null : addDays(dayOf(end), 1),
      },
    }
  },
  callsThem: ({ input, record }) => ({
    join: listOf(input, 'called').flatMap((unit) =>
      typeof unit !== 'number' || record.parties.some((party) => party.unit === unit)
        ? []
        : [{ role: 'department', unit }],
    ),
  }),
  keepsLift: ({ at }) => ({ fields: { liftedAt: at } }),
  keepsWords: ({ input }) => ({ party: { words: input['words'] ?? null } }),
}
