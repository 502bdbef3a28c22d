import type { Fact, FactRow } from '../../../kernel/fact.ts'
import { scoreItemText } from '../../../kernel/fair/written.ts'
import type { Reading } from '../../../kernel/fair/score.ts'
import { numberOf, textOf } from '../../../kernel/field.ts'
import type { Context, Setter } from '../../../kernel/kind.ts'
import { dayOf, lastOfMonth } from '../../../kernel/time.ts'

/** 响应率 and 解决率 of the unit in the month the appeal began. Satisfaction is answered apart from
 *  any appeal, so nothing of it can be taken out: it stays as it was said. */
const items = ['responded', 'solved'].map((part) =>
  scoreItemText({
    id: part,
    label: part,
    indicator: 'N13',
    part,
    points: 1,
    full: 1,
    zero: 0,
    adjust: 'none',
  }),
)

export const rateFacts = {
  appeal: { kind: 'resident-appeal', where: { id: { input: 'appeal' } }, want: 'first' },
  ownAppeal: { kind: 'resident-appeal', where: { id: { field: 'appeal' } }, want: 'first' },
  rates: {
    readings: { value: items },
    units: { field: 'unit' },
    from: { field: 'from' },
    to: { field: 'to' },
  },
} as const satisfies Record<string, Fact>

/** The month in whose cohort the appeal is counted. */
export function monthOfAppeal({ openedAt }: FactRow) {
  const day = dayOf(openedAt)
  return { from: `${day.slice(0, 7)}-01`, to: lastOfMonth(day) }
}

/** What of it stands in the bases now. */
export function countedOf({ fields }: FactRow): readonly string[] {
  if (textOf(fields, 'solved') === undefined) return []
  return [
    'evaluated',
    ...(fields['responded'] === true ? ['responded'] : []),
    ...(fields['solved'] === 'solved' ? ['solved'] : []),
  ]
}

/** Both rates as they stand, and as they will once this one appeal has left their base. */
export const storesRates: Setter = (context) => {
  const row = context.facts['ownAppeal']?.rows[0]
  const parts = row === undefined ? [] : countedOf(row)
  const { fields } = ratesWithout(context, parts)
  return { fields: { ...fields, counted: [...parts] } }
}

/** Refused, the rates stay what they are: that is kept as well. */
export const keepsRates: Setter = (context) => ratesWithout(context, [])

function ratesWithout(context: Context, parts: readonly string[]) {
  const [responded, solved] = [told(context, 'responded'), told(context, 'solved')]
  const left = parts.includes('evaluated') ? 1 : 0
  const without = ({ numerator, denominator }: Reading, part: string): Reading => ({
    numerator: numerator - (parts.includes(part) ? 1 : 0),
    denominator: denominator - left,
  })
  return {
    fields: {
      decidedAt: context.at,
      baseBefore: solved.denominator,
      baseAfter: solved.denominator - left,
      respondedBefore: percentOf(responded),
      respondedAfter: percentOf(without(responded, 'responded')),
      solvedBefore: percentOf(solved),
      solvedAfter: percentOf(without(solved, 'solved')),
    },
  }
}

function told({ facts, record }: Context, part: string): Reading {
  const unit = String(numberOf(record.fields, 'unit') ?? 0)
  return facts['rates']?.readings?.[unit]?.[part] ?? { numerator: 0, denominator: 0 }
}

/** Nothing counted gives no rate rather than none of them. */
function percentOf({ numerator, denominator }: Reading): number | null {
  return denominator > 0 ? Math.round((numerator / denominator) * 1000) / 10 : null
}
