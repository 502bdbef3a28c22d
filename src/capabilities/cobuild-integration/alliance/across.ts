import { unitFor } from '../../../kernel/directory.ts'
import { textOf } from '../../../kernel/field.ts'
import type { Command, Context, EffectMaker, Rule, Setter, State } from '../../../kernel/kind.ts'
import { whereUnitLies } from '../partners.ts'
import { basis, fields } from './fields.ts'
import { asksThere, joinedOf, namesOf, neighbourOf } from './joined.ts'

const { others, otherUnits, withCity, reason } = fields
const told = { otherUnits: { ...otherUnits, required: true } } as const

/** What the platform of the other city tells of its side. It may come late: an end takes it too. */
export const toldAcross = {
  noteOthers: {
    label: '告知参加单位',
    by: ['courier'],
    input: { others: { ...others, required: true }, ...told },
    records: 'OtherCityTold',
    says: '对方城市参加单位：{otherUnits}',
    keeps: ['others', 'otherUnits'],
    tells: ['lead'],
  },
  endsThere: {
    label: '告知联盟结束',
    by: ['courier'],
    input: { reason: { ...reason, required: true } },
    records: 'AllianceEndedThere',
    says: '对方城市结束联盟：{reason}',
    keeps: ['reason'],
    tells: ['lead'],
  },
} as const satisfies Readonly<Record<string, Command>>

export const endsAcross = { ...toldAcross.endsThere, to: 'ended' } as const

/** Asked by the lead: the other city's platform opens the counterpart, whose units answer there. */
export const inviteCity: Command = {
  label: '邀请相邻城市',
  by: ['leadSigner'],
  input: { withCity: { ...withCity, required: true } },
  requires: ['isNeighbours', 'noCityYet'],
  records: 'NeighbourCityInvited',
  says: '邀请 {withCity} 的单位加入',
  keeps: ['withCity'],
  effects: ['opensThere'],
}

/** As it begins in the city that was invited: its own side gathers, the other founds. */
export const receive: Command = {
  label: '邀请共建联盟',
  by: ['courier'],
  input: {
    title: fields.title,
    charter: fields.charter,
    endsOn: fields.endsOn,
    otherUnits: fields.otherUnits,
  },
  requires: ['hasHost'],
  records: 'NeighbourCityInvites',
  says: '相邻城市邀请共建联盟',
  keeps: ['title', 'charter', 'endsOn', 'otherUnits'],
  sets: ['hosts'],
  to: 'asked',
  tells: ['lead'],
}

export const acrossStates = (invite: Command): Readonly<Record<string, State>> => ({
  asked: {
    label: '受邀，本市单位待加入',
    is: 'working',
    step: 1,
    expects: [{ seat: 'lead', command: 'invite', clock: 'answer' }],
    commands: {
      invite,
      refuse: {
        label: '不参加',
        by: ['leadSigner'],
        input: { reason: { ...reason, required: true } },
        records: 'NeighbourCityRefused',
        says: '本市不参加：{reason}',
        keeps: ['reason'],
        effects: ['tellsRefusal'],
        to: 'ended',
        grave: true,
      },
      noteAskedLate: {
        label: '答复超时',
        by: ['clock'],
        records: 'NeighbourCityAnswersLate',
        says: '没有按时答复相邻城市',
        tells: ['lead'],
      },
      noteOthers: toldAcross.noteOthers,
      endsThere: endsAcross,
    },
  },
  awaiting: {
    label: '等待对方城市成立',
    is: 'resting',
    step: 1,
    commands: {
      invite,
      foundedThere: {
        label: '告知联盟成立',
        by: ['courier'],
        records: 'AllianceFoundedThere',
        says: '对方城市牵头成立',
        to: 'active',
        tells: ['lead'],
      },
      noteOthers: toldAcross.noteOthers,
      endsThere: endsAcross,
    },
  },
})

export const acrossRules = {
  isNeighbours: {
    says: '只有毗邻党建的联盟邀请相邻城市',
    basis,
    holds: ({ record }) => textOf(record.fields, 'sort') === 'neighbour',
  },
  noCityYet: {
    says: '已经邀请了一个城市，一个联盟只跨两个城市',
    instead: '和别的城市另外发起联盟',
    basis,
    holds: (context) => neighbourOf(context) === undefined,
  },
  hasHost: {
    says: '对方城市还没有登记市委，没有单位可以接收',
    basis,
    holds: (context) => hostIn(context) !== undefined,
  },
  answersThere: {
    says: '本市的单位已经有加入的',
    basis,
    holds: ({ record }) => record.state === 'asked',
  },
  ledHere: {
    says: '联盟由对方城市牵头，只能由对方解散',
    instead: '本市的单位可以退出',
    basis,
    holds: ({ record }) => record.fields['ledThere'] !== true,
  },
} as const satisfies Record<string, Rule>

export const acrossSetters = {
  hosts: (context) => {
    const host = hostIn(context)
    const { actor } = context
    return {
      fields: {
        lead: host ?? null,
        members: [],
        sort: 'neighbour',
        linked: 'linked',
        ledThere: true,
        withCity: actor.by === 'courier' ? String(actor.city) : null,
      },
      ...whereUnitLies(context, host),
    }
  },
  linksCity: (context) => {
    if (textOf(context.record.fields, 'sort') !== 'neighbour') return {}
    return { fields: { linked: neighbourOf(context) === undefined ? 'unlinked' : 'linked' } }
  },
} as const satisfies Record<string, Setter>

export const acrossEffects = {
  opensThere: (context) => {
    const { charter = null, endsOn = null, title = null } = context.record.fields
    const to = neighbourOf(context)
    if (to === undefined) return []
    const input = { title, charter, endsOn, otherUnits: namesOf(context, joinedOf(context)) }
    return [{ open: 'alliance', command: 'receive', to, input }]
  },
  tellsMembers: (context) => {
    const units = joinedOf(context)
    const otherUnits = units.length === 0 ? '没有单位参加' : namesOf(context, units)
    return asksThere(context, 'noteOthers', { others: units.length, otherUnits })
  },
  tellsRefusal: (context) => {
    const otherUnits = `不参加（${context.words['reason'] ?? ''}）`
    return asksThere(context, 'noteOthers', { others: 0, otherUnits })
  },
  tellsFounding: (context) => asksThere(context, 'foundedThere', {}),
  tellsEnd: (context) =>
    asksThere(context, 'endsThere', { reason: context.words['reason'] ?? '联盟到期' }),
} as const satisfies Record<string, EffectMaker>

/** Whoever leads the city gathers its side. */
function hostIn({ world }: Pick<Context, 'world'>): number | undefined {
  const { directory } = world
  return unitFor(directory, { function: 'lead', level: 'city' }, { city: directory.city })?.id
}
