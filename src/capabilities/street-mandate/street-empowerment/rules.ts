import type { Rule, Setter } from '../../../kernel/kind.ts'
import { actorUnit, streetOf } from '../reading.ts'
import { basis } from './fields.ts'
import { powers } from './powers.ts'

/** What must hold before a street is given a power. */
export const rules: Readonly<Record<string, Rule>> = {
  isGivenToAStreet: {
    says: '赋权要写明承接的街道',
    instead: '请把地区选到街道',
    basis,
    holds: (context) => streetOf(context) !== undefined,
  },
  servesADuty: {
    id: 'R006',
    says: '赋权要写明它服务的职责清单事项（权责一致），上级收回的事项和已失效的事项不算',
    instead: '请选择街道职责清单里生效中的事项',
    basis,
    input: true,
    facts: ['duty'],
    holds: ({ facts }) => {
      const duty = facts['duty']?.rows[0]
      return duty !== undefined && duty.fields['type'] !== 'withdrawn'
    },
  },
  usesAreTold: {
    says: '这项职权的行使涉及个人，不在这里记次数',
    basis,
    holds: ({ record }) =>
      powers.some(({ value, isQuiet }) => value === record.fields['power'] && !isQuiet),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  seatsBoth: (context) => {
    const street = streetOf(context)
    const power = powers.find(({ value }) => value === context.input['power'])
    return {
      title: `${power?.label ?? ''}（${street?.name ?? ''}）`,
      fields: { holder: street?.id ?? null, granter: actorUnit(context) ?? null, uses: 0 },
    }
  },
  countsUse: ({ record, at }) => ({
    fields: { uses: Number(record.fields['uses'] ?? 0) + 1, lastUsedAt: at },
  }),
  keepsWhenEvaluated: ({ at }) => ({ fields: { evaluatedAt: at } }),
}
