import { textOf, type Values } from '../../../kernel/field.ts'
import type { Counter } from '../../../kernel/kind.ts'
import { reads, type Side } from './fields.ts'

/** How many aspects of a side's work were judged, and how: what a period's summary adds up. */
export function counted(judged: Side, label: string): Readonly<Record<string, Counter>> {
  const times = (values: Values, wanted?: string) =>
    reads(judged).filter((name) => {
      const given = textOf(values, name)
      return wanted === undefined ? given !== undefined : given === wanted
    }).length
  const counter = (name: string, wanted?: string): Counter => ({
    label: `${label}被评${name}项`,
    party: judged,
    counts: (_, { fields: own }) => times(own, wanted),
  })
  return {
    [`${judged}Aspects`]: counter(''),
    [`${judged}Good`]: counter('好', 'good'),
    [`${judged}Fair`]: counter('一般', 'fair'),
    [`${judged}Poor`]: counter('差', 'poor'),
  }
}
