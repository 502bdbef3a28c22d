import { unitsOf } from '../../../kernel/area-tree.ts'
import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { actsForCommittee, committeeFor } from '../reviewing.ts'
import { basis, typeOf } from './fields.ts'
import { itemRules, itemSetters } from './items.ts'

export const rules: Readonly<Record<string, Rule>> = {
  ...itemRules,
  replacesOwn: {
    says: '只能替代本级现行的、对象相同的评分表',
    basis,
    facts: ['replaced'],
    input: true,
    holds: ({ input, facts, actor, world }) => {
      if (textOf(input, 'replaces') === undefined) return true
      const row = facts['replaced']?.rows[0]
      return (
        row?.state === 'published' &&
        row.fields['host'] === committeeFor(world.directory, actor)?.id &&
        row.fields['subjects'] === input['subjects']
      )
    },
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  ...itemSetters,
  actsForCommittee,
  isKeptHere: ({ actor, world, facts }) => ({
    fields: {
      scope: committeeFor(world.directory, actor)?.area ?? null,
      edition: (numberOf(facts['replaced']?.rows[0]?.fields ?? {}, 'edition') ?? 0) + 1,
    },
  }),
  asksThoseScored: ({ record: { fields }, input, world: { directory } }) => {
    const named = listOf(input, 'heard').filter((one) => typeof one === 'number')
    const under = numberOf(fields, 'scope') ?? 0
    const type = typeOf[textOf(fields, 'subjects') ?? ''] ?? ''
    const all = unitsOf(directory, { type, under })
    const scored = type === 'street' ? all : all.filter(({ area }) => area === under)
    const units = named.length > 0 ? named : scored.map(({ id }) => id)
    return { join: units.map((unit) => ({ role: 'heard', unit })) }
  },
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  supersedesTheLast: ({ facts }) =>
    (facts['last']?.rows ?? []).map(({ id }) => ({
      ask: id,
      kind: 'scoring-sheet',
      command: 'supersede',
      input: {},
    })),
  draftsTheNext: ({ record: { id, fields }, input }) => {
    const same = ['name', 'subjects', 'host', 'office', 'scope', 'items'] as const
    return [
      {
        open: 'scoring-sheet',
        command: 'next',
        input: {
          ...Object.fromEntries(same.map((name) => [name, fields[name] ?? null])),
          basis: input['basis'] ?? null,
          edition: (numberOf(fields, 'edition') ?? 1) + 1,
          replaces: id,
        },
      },
    ]
  },
}
