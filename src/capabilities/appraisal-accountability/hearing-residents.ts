import { type Field, numberOf } from '../../kernel/field.ts'
import type { Command, Relation, Rule, Setter } from '../../kernel/kind.ts'
import { parameterAt } from '../../kernel/world.ts'

/** Residents and Party members who hold the link that was handed out: it names nobody. */
export const visitor = {
  label: '居民、党员群众',
  is: { anyone: 'link' },
} as const satisfies Relation

/** How somebody there is asked what they think, counted apart: no record says who said what. */
export function anonymous(label: string, options: readonly (readonly [string, string])[]): Field {
  return {
    type: 'choice',
    label,
    options: options.map(([value, words]) => ({ value, label: words })),
    required: true,
    apart: true,
  }
}

/** One more was heard; what they said is nowhere in the record. Those above may write down what
 *  somebody without a telephone says, the unit that is judged may not. */
export function hearsOne(given: {
  readonly plain: string
  readonly input: Readonly<Record<string, Field>>
  readonly records: string
}): Command {
  return {
    label: '代为登记意见',
    by: ['visitor', 'superior', 'office'],
    says: '听取一位群众意见（匿名计数）',
    sets: ['hearsOneMore'],
    ...given,
  }
}

export const hearsOneMore: Setter = ({ record }) => ({
  fields: { heard: (numberOf(record.fields, 'heard') ?? 0) + 1 },
})

/** Holds once as many were heard as the city asks for. */
export function enoughHeard(parameter: string, given: Pick<Rule, 'id' | 'basis'>): Rule {
  return {
    ...given,
    says: '听到的群众评价还不够数',
    instead: '请把链接发给更多的居民',
    holds: ({ record, world, at }) => {
      const least = parameterAt(world, parameter, at)?.value
      return (numberOf(record.fields, 'heard') ?? 0) >= (typeof least === 'number' ? least : 1)
    },
  }
}
