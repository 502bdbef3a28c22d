import type { Fact } from '../../../kernel/fact.ts'
import { numberOf, textOf } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf, yearOf } from '../../../kernel/time.ts'

const basis = '结对帮扶：自愿结对，帮办的事由受助人或受托人确认才算数'

/** The rules a pair's flow names. */
export const rules = {
  helpersStandHere: {
    says: '帮扶单位不存在，或已撤销',
    basis,
    input: true,
    holds: ({ input, world }) => {
      const unit = world.directory.units.get(numberOf(input, 'helperUnit') ?? 0)
      return unit !== undefined && unit.to === undefined
    },
  },
  helperIsAnother: {
    id: 'R125',
    says: '登记、送链接的人不能同时做帮扶干部：同意和确认要由受助人自己给',
    instead: '请安排其他同志结对',
    basis,
    input: true,
    holds: ({ input, record }) => textOf(input, 'helper') !== textOf(record.fields, 'registrar'),
  },
  hasConsent: {
    id: 'R125',
    says: '本人或受托人还没有同意结对，联系方式不能看',
    basis,
    holds: ({ record }) => textOf(record.fields, 'consentBy') !== undefined,
  },
  isAssigned: {
    says: '只有结对的干部本人能办、能看联系方式',
    instead: '需要换人的，由帮扶单位改派并重新征得同意',
    basis,
    holds: ({ actor, record }) =>
      actor.by === 'post' && actor.post.id === textOf(record.fields, 'helper'),
  },
} as const satisfies Record<string, Rule>

/** Pairs of the same cadre in the same year that somebody consented to. */
export const facts = {
  others: {
    kind: 'pairing-help',
    where: { helper: { field: 'helper' }, year: { field: 'year' } },
    states: ['paired', 'helping', 'toConfirm', 'ended'],
    want: 'count',
  },
} as const satisfies Record<string, Fact>

export const setters = {
  registers: ({ actor, at }) =>
    actor.by === 'post'
      ? {
          fields: {
            community: actor.post.unit,
            registrar: actor.post.id,
            year: yearOf(dayOf(at)),
          },
        }
      : {},
  /** F52 counts cadres, not pairs: the first pair of the year stands for its cadre. */
  countsCadre: ({ facts: known }) => ({ fields: { first: known['others']?.count === 0 } }),
  forgetsPerson: () => ({ fields: { person: null } }),
  settlesNeed: () => ({ fields: { need: null } }),
  countsConfirmed: ({ record }) => ({
    fields: { need: null, confirmed: (numberOf(record.fields, 'confirmed') ?? 0) + 1 },
  }),
  asksAnew: () => ({ fields: { consentBy: null, need: null, first: null } }),
} as const satisfies Record<string, Setter>
