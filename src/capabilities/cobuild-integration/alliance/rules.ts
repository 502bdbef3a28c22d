import { areaHolds } from '../../../kernel/area-tree.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { isGiven, listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { ownUnit, whereUnitLies } from '../partners.ts'
import { acrossEffects, acrossRules, acrossSetters } from './across.ts'
import { basis } from './fields.ts'
import { joinedOf, neighbourOf, unitsIn } from './joined.ts'

export const rules = {
  spansAreas: {
    id: 'R057',
    says: '联盟的成员至少来自两个地方：本市的来自互不隶属的两个区域，毗邻的来自两个城市',
    instead:
      '等别处的单位加入以后再成立；毗邻联盟请邀请相邻城市并等其单位加入，对方城市未接入的写明城市和单位',
    basis,
    holds: (context) => {
      const { fields } = context.record
      const sort = textOf(fields, 'sort')
      if (sort === 'neighbour')
        return neighbourOf(context) === undefined
          ? isGiven(fields['otherCity'])
          : (numberOf(fields, 'others') ?? 0) > 0
      if (sort === 'army') return isGiven(fields['partner'])
      return areApart(context.world.directory, joinedOf(context))
    },
  },
  isJoined: {
    id: 'R057',
    says: '没有加入的单位不能在联盟里提出事项',
    basis,
    holds: (context) => joinedOf(context).includes(ownUnit(context) ?? 0),
  },
  endsAhead: {
    says: '到期日不能早于今天',
    basis,
    input: true,
    holds: ({ input, at }) =>
      !isGiven(input['endsOn']) || (textOf(input, 'endsOn') ?? '') >= dayOf(at),
  },
  dueAhead: {
    says: '办理期限不能早于今天',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') >= dayOf(at),
  },
  othersAreAsked: {
    says: '牵头单位和已经邀请的单位不用再邀请',
    basis,
    input: true,
    holds: (context) => {
      const { record, input } = context
      const known = [
        ...(record.fields['ledThere'] === true ? [] : [ownUnit(context)]),
        ...record.parties.filter(({ state }) => state !== 'left').map(({ unit }) => unit),
      ]
      return unitsIn(listOf(input, 'units')).every((unit) => !known.includes(unit))
    },
  },
  ...acrossRules,
} as const satisfies Record<string, Rule>

/** Two units of which neither's area lies in the other's. */
function areApart(directory: Directory, units: readonly number[]): boolean {
  const areas = units.flatMap((unit) => directory.units.get(unit)?.area ?? [])
  return areas.some((one) =>
    areas.some((other) => !areaHolds(directory, one, other) && !areaHolds(directory, other, one)),
  )
}

export const setters = {
  leads: (context) => {
    const own = ownUnit(context)
    return { fields: { lead: own ?? null, members: [] }, ...whereUnitLies(context, own) }
  },
  invites: ({ input }) => ({
    join: unitsIn(listOf(input, 'units')).map((unit) => ({ role: 'member', unit })),
  }),
  joins: ({ record, party }) => ({
    fields: { members: [...unitsIn(listOf(record.fields, 'members')), party?.unit ?? 0] },
  }),
  leaves: ({ record, party }) => ({
    fields: {
      members: unitsIn(listOf(record.fields, 'members')).filter((unit) => unit !== party?.unit),
    },
  }),
  ...acrossSetters,
} as const satisfies Record<string, Setter>

export const effects = {
  leavesMatters: ({ facts, party }) =>
    (facts['openMatters']?.rows ?? []).map(({ id }) => ({
      ask: id,
      kind: 'alliance-matter',
      command: 'letGo',
      input: { side: party?.unit ?? null },
    })),
  opensMatter: (context) => {
    const { input, words, record } = context
    const given = { title: words['matter'] ?? '', detail: words['detail'] ?? '' }
    return [
      {
        open: 'alliance-matter',
        command: 'raise',
        input: {
          alliance: record.id,
          raiser: ownUnit(context) ?? null,
          withCity: textOf(record.fields, 'withCity') ?? null,
          units: joinedOf(context),
          sort: input['matterSort'] ?? null,
          dueOn: input['dueOn'] ?? null,
        },
        words: Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')),
      },
    ]
  },
  ...acrossEffects,
} as const satisfies Record<string, EffectMaker>
