import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { Context, Setter, Setting } from '../../../kernel/kind.ts'
import { deskAbove, streetOf } from './reading.ts'

export const setters: Readonly<Record<string, Setter>> = {
  /** The finder's community looks into it first. */
  notesFinder: ({ actor }) =>
    actor.by === 'post'
      ? {
          fields: {
            foundBy: actor.post.id,
            finder: actor.post.unit,
            finderRole: actor.post.role,
            desk: actor.post.unit,
          },
        }
      : {},
  files: ({ at }) => ({ fields: { filedAt: at } }),
  goesUp: (context) => ({ fields: { desk: deskAbove(context) ?? null } }),
  dispatches: ({ at, record }) => ({
    fields: {
      dispatchedAt: numberOf(record.fields, 'dispatchedAt') ?? at,
      controlledAt: null,
    },
  }),
  leavesHandler: ({ record }) => ({
    fields: { handler: null },
    leave: record.parties.map(({ role, unit }) => ({ role, unit })),
  }),
  controls: ({ at }) => ({ fields: { controlledAt: at } }),
  callsUnits: ({ input }) => ({
    join: listOf(input, 'units').flatMap((unit) =>
      typeof unit === 'number'
        ? [{ role: 'department', unit, fields: { task: input['task'] ?? null } }]
        : [],
    ),
  }),
  releasesUnit: ({ input }) => {
    const unit = numberOf(input, 'unit')
    return unit === undefined ? {} : { leave: [{ role: 'department', unit }] }
  },
  keepsResult: ({ input }) => ({ party: { ...input } }),
  runsLate: ({ record, at }) =>
    record.fields['lateAt'] === undefined ? { fields: { lateAt: at } } : {},
  /** The result goes to the finder's own list, and on to a unit whose role did not report it. */
  asksFinder: (context) => {
    const { at, record } = context
    const { fields } = record
    const closer = ownRoleFound(context) ? streetOf(context) : numberOf(fields, 'desk')
    return {
      fields: { handledAt: at, heard: null, closer: closer ?? numberOf(fields, 'desk') ?? null },
      ...finderTakes(context, textOf(fields, 'foundBy') ?? null),
    }
  },
  hearsFinder: (context) => ({ fields: { heard: 'confirmed' }, ...finderTakes(context, null) }),
  hearsNothing: (context) => ({ fields: { heard: 'lapsed' }, ...finderTakes(context, null) }),
  worksAgain: (context) => ({
    fields: {
      handledAt: null,
      heard: null,
      reworks: (numberOf(context.record.fields, 'reworks') ?? 0) + 1,
    },
    ...finderTakes(context, null),
  }),
}

function ownRoleFound({ record }: Context): boolean {
  const { fields } = record
  return (
    textOf(fields, 'finderRole') === 'worker' &&
    numberOf(fields, 'desk') === numberOf(fields, 'finder')
  )
}

function finderTakes({ record }: Context, post: string | null): Setting {
  const unit = numberOf(record.fields, 'finder')
  return unit === undefined ? {} : { takers: { [String(unit)]: post } }
}
