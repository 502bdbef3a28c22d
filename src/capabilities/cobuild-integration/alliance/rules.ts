import { areaHolds } from '../../../kernel/area-tree.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { isGiven, listOf, numberOf, textOf, type Value } from '../../../kernel/field.ts'
import type { Context, EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { ownUnit, whereUnitLies } from '../partners.ts'
import { basis } from './fields.ts'

/** The lead and every member that has joined. */
function joinedOf({ record }: Pick<Context, 'record'>): readonly number[] {
  const lead = numberOf(record.fields, 'lead')
  return [...(lead === undefined ? [] : [lead]), ...unitsIn(listOf(record.fields, 'members'))]
}

function unitsIn(values: readonly Value[]): readonly number[] {
  return values.filter((one) => typeof one === 'number')
}

export const rules = {
  spansAreas: {
    id: 'R057',
    says: '联盟的成员至少来自两个地方：本市的来自互不隶属的两个区域，毗邻的来自两个城市',
    instead: '等别处的单位加入以后再成立；毗邻联盟请写明相邻城市和对方单位',
    basis,
    holds: (context) => {
      const { fields } = context.record
      const sort = textOf(fields, 'sort')
      if (sort === 'neighbour') return isGiven(fields['otherCity'])
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
        ownUnit(context),
        ...record.parties.filter(({ state }) => state !== 'left').map(({ unit }) => unit),
      ]
      return unitsIn(listOf(input, 'units')).every((unit) => !known.includes(unit))
    },
  },
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
          units: joinedOf(context),
          sort: input['matterSort'] ?? null,
          dueOn: input['dueOn'] ?? null,
        },
        words: Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')),
      },
    ]
  },
} as const satisfies Record<string, EffectMaker>
