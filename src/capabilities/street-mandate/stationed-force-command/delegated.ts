import { flagOf } from '../../../kernel/field.ts'
import type { RecordFact } from '../../../kernel/fact.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { actorUnit } from '../reading.ts'
import { basis } from './fields.ts'

/** The body an order or assessment names, while anything about it is delegated. */
export const force: RecordFact = {
  kind: 'stationed-force-command',
  where: { id: { input: 'force' } },
  states: ['delegated'],
  want: 'first',
}

/** R011: the street may only where this was delegated to it, for this body, and is in force. */
export function isDelegated(flag: 'commands' | 'assesses', what: string): Rule {
  return {
    id: 'R011',
    says: `这支力量的${what}没有下放给本街道，或者下放已经失效`,
    instead: '请商主管部门下放，或吹哨请部门到场',
    basis,
    input: true,
    facts: ['force'],
    holds: (context) => {
      const found = context.facts['force']?.rows[0]?.fields
      return found !== undefined && flagOf(found, flag) && found['holder'] === actorUnit(context)
    },
  }
}

export const seatsBoth: Setter = (context) => {
  const found = context.facts['force']?.rows[0]
  return {
    fields: {
      holder: actorUnit(context) ?? null,
      department: found?.fields['department'] ?? null,
    },
  }
}
