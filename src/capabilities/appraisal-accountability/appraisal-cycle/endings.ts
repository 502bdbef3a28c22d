import type { FactRow } from '../../../kernel/fact.ts'
import { numberOf } from '../../../kernel/field.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import { inOrder } from './fields.ts'

/** What a year's appraisal is not closed without: its last stage has an exit of its own. */
export const endings: Readonly<Record<string, Rule>> = {
  meetingsAreClosed: {
    id: 'R033',
    says: '还有述职评议会没有办结，不能归档',
    instead: '请先写好会议纪要、办结会议；不开的会请取消',
    basis: inOrder,
    facts: ['meetings'],
    holds: ({ facts }) => (facts['meetings']?.count ?? 0) === 0,
  },
  reportersAreRated: {
    id: 'R033',
    says: '还有述职的书记没有定等次，不能归档',
    instead: '请先评定等次，答复不同意见；不评定的，请写明理由',
    basis: inOrder,
    facts: ['reports', 'ratings'],
    holds: ({ facts }) => {
      const ratings = facts['ratings']?.rows ?? []
      return (facts['reports']?.rows ?? []).every(({ fields }) =>
        isRated(ratings.filter((rating) => rating.fields['unit'] === fields['reporter'])),
      )
    },
  },
  problemsAreClaimed: {
    id: 'R042',
    says: '还有指出的问题没有认领整改，不能归档',
    instead: '请催述职单位认领；认领了没有销号的，结转下一年度',
    basis: '问题反馈、督促整改、总结提升的工作闭环',
    facts: ['unclaimed'],
    holds: (context) => !(context.facts['unclaimed']?.rows ?? []).some((row) => isOf(context, row)),
  },
}

/** A grade that stands, or a decision to give none, and nothing still under way. */
function isRated(ratings: readonly FactRow[]): boolean {
  return ratings.length > 0 && ratings.every(({ state }) => ['final', 'dropped'].includes(state))
}

/** Pointed out to somebody who reported in this cycle, in its year or before. */
function isOf({ record }: Context, { fields }: FactRow): boolean {
  const year = numberOf(record.fields, 'year') ?? 0
  return (
    (numberOf(fields, 'firstYear') ?? 0) <= year &&
    record.parties.some(({ unit }) => unit === fields['unit'])
  )
}
