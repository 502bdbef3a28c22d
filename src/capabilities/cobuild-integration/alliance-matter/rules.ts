import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { Context, EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { unitName } from '../../../kernel/directory.ts'
import { asksThere, neighbourOf, unitsIn } from '../alliance/joined.ts'
import { basis } from './fields.ts'

export const rules = {
  allSidesDone: {
    says: '还有一方没有办好',
    instead: '等各方（包括对方城市）都报了办理情况再办结',
    basis,
    holds: (context) =>
      handling(context) === 0 &&
      (neighbourOf(context) === undefined ||
        numberOf(context.record.fields, 'othersPending') === 0),
  },
  ownSidesDone: {
    says: '本市还有单位没有办好',
    basis,
    holds: (context) => context.record.state === 'shared' && handling(context) === 0,
  },
  nobodyHandles: {
    says: '本市已有单位在办',
    basis,
    holds: (context) => handling(context) === 0,
  },
  noSideYet: {
    says: '这个单位已经是参加方',
    basis,
    input: true,
    holds: ({ record, input }) => {
      const known = record.parties.map(({ unit }) => unit)
      return unitsIn(listOf(input, 'units')).every((unit) => !known.includes(unit))
    },
  },
  allianceRuns: {
    says: '对方城市没有这个运行中的联盟',
    basis,
    facts: ['alliance'],
    input: true,
    holds: (context) => {
      const row = allianceIn(context)
      const { actor } = context
      const own = row === undefined ? undefined : textOf(row.fields, 'withCity')
      return actor.by === 'courier' && own === String(actor.city)
    },
  },
} as const satisfies Record<string, Rule>

export const setters = {
  joinsSides: ({ input }) => ({
    join: unitsIn(listOf(input, 'units')).map((unit) => ({ role: 'side', unit })),
  }),
  /** Until the other city has said otherwise, somebody there is still at it. */
  awaitsOthers: ({ input }) =>
    textOf(input, 'withCity') === undefined ? {} : { fields: { othersPending: 1 } },
  /** The members here are its sides; whoever gathers them answers for it. */
  joinsOwn: (context) => {
    const known = allianceIn(context)?.fields ?? {}
    const units = unitsIn(listOf(known, 'members'))
    const isHost = known['ledThere'] === true
    const lead = numberOf(known, 'lead')
    const all = isHost || lead === undefined ? units : [lead, ...units]
    const { actor } = context
    return {
      fields: {
        raiser: lead ?? null,
        units: all,
        raisedThere: true,
        withCity: actor.by === 'courier' ? String(actor.city) : null,
      },
      join: all.map((unit) => ({ role: 'side', unit })),
    }
  },
  /** Who has done their part stays a side: it was theirs. */
  sideLeaves: ({ input, record }) => {
    const own = record.parties.find(
      ({ role, unit, state }) =>
        role === 'side' && unit === numberOf(input, 'side') && state === 'handling',
    )
    return own === undefined
      ? {}
      : { leave: [{ role: 'side', unit: own.unit }], join: [{ role: 'left', unit: own.unit }] }
  },
  keepsWords: ({ input }) => ({ party: { words: input['words'] ?? null } }),
} as const satisfies Record<string, Setter>

export const effects = {
  sharesIt: (context) => {
    const to = neighbourOf(context)
    if (to === undefined) return []
    const { alliance = null, sort = null, dueOn = null } = context.input
    const raiser = nameOf(context, numberOf(context.input, 'raiser'))
    const given = { title: context.words['title'] ?? '', detail: context.words['detail'] ?? '' }
    return [
      {
        open: 'alliance-matter',
        command: 'receive',
        to,
        input: { alliance, sort, dueOn, otherRaiser: raiser },
        words: Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')),
      },
    ]
  },
  tellsPart: (context) => tellsOf(context, context.party?.unit, context.words['words'] ?? '已办理'),
  tellsLeaving: (context) =>
    tellsOf(context, numberOf(context.input, 'side'), '退出联盟，不再办理'),
  tellsClosing: (context) =>
    asksThere(context, 'closedThere', { outcome: context.words['outcome'] ?? '' }),
  tellsWithdrawal: (context) =>
    asksThere(context, 'withdrawnThere', { reason: context.words['reason'] ?? '' }),
} as const satisfies Record<string, EffectMaker>

function tellsOf(context: Context, unit: number | undefined, otherPart: string) {
  const otherWho = nameOf(context, unit)
  return asksThere(context, 'notePart', { otherWho, otherPart, othersPending: handling(context) })
}

function nameOf({ world }: Context, unit: number | undefined): string {
  return unit === undefined ? '' : unitName(world.directory, unit)
}

function handling({ record }: Context): number {
  return record.parties.filter(({ state }) => state === 'handling').length
}

function allianceIn({ facts }: Context) {
  return facts['alliance']?.rows[0]
}
