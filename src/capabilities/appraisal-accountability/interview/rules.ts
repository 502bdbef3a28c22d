import { numberOf, textOf } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { personRules, personSetters } from '../person.ts'
import { actsForCommittee, answersToAsker } from '../reviewing.ts'
import { basis } from './fields.ts'

export const rules: Readonly<Record<string, Rule>> = {
  ...personRules,
  answersToAsker: answersToAsker('unit'),
  hasRecord: {
    id: 'R041',
    says: '约谈要有记录，不少于 10 个字',
    basis,
    input: true,
    holds: ({ words }) => [...(words['notes'] ?? '').trim()].length >= 10,
  },
  wasHeld: {
    says: '约谈日期不能晚于今天',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'heldOn') ?? '9999') <= dayOf(at),
  },
  dueIsAhead: {
    says: '整改期限应在今天之后',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') > dayOf(at),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  ...personSetters,
  actsForCommittee,
  isNamed: ({ input, world }) => {
    const name = world.directory.units.get(numberOf(input, 'unit') ?? 0)?.name ?? ''
    return { title: `${name}${numberOf(input, 'year') ?? ''}年度约谈` }
  },
  /** Until the committee has decided there is nothing to be told. */
  tellsThem: ({ record }) => {
    const unit = numberOf(record.fields, 'unit')
    return unit === undefined ? {} : { join: [{ role: 'interviewed', unit }] }
  },
}
