import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import {
  type Context,
  defineKind,
  type EffectMaker,
  limitParameter,
  type Setter,
} from '../../../kernel/kind.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { anyUnit, cityMaySet, liesWith, reader, staff, unitOf } from '../market-parts.ts'
import { fields, proposed } from './fields.ts'
import { needOf, resourceOf, rules, sideOf } from './rules.ts'
import { states } from './states.ts'

/** Where nobody says until when: two months are a season of work. */
const usualDays = 60
const agreedDays = 365

const setters = {
  joinsBoth: (context) => {
    const need = needOf(context)
    const resource = resourceOf(context)
    const community = numberOf(need?.fields ?? {}, 'community')
    const unit = numberOf(resource?.fields ?? {}, 'unit')
    const own = unitOf(context.actor)
    const today = dayOf(context.at)
    const { input, words } = context
    const wanted = textOf(need?.fields ?? {}, 'neededBy') ?? ''
    const usual = wanted >= today ? wanted : addDays(today, usualDays)
    const title = words['title']?.trim() ?? ''
    return {
      fields: {
        community: community ?? null,
        unit: unit ?? null,
        topic: need?.fields['topic'] ?? null,
        unitDuty: textOf(input, 'unitDuty') ?? `提供“${resource?.title ?? ''}”`,
        communityDuty: textOf(input, 'communityDuty') ?? '组织居民参加，安排人接洽，用后归位',
        finishOn: textOf(input, 'finishOn') ?? usual,
        communityOk: own === community,
        unitOk: own === unit,
      },
      title: title === '' ? `${need?.title ?? ''}：${resource?.title ?? ''}` : title,
      ...liesWith(context, community),
    }
  },
  confirms: (context) => ({ fields: { [`${sideOf(context) ?? 'unit'}Ok`]: true } }),
  keepsJudgement: (context) => {
    const side = sideOf(context) ?? 'unit'
    const { rating = null, words = null } = context.input
    return { fields: { [`${side}Rating`]: rating, [`${side}Words`]: words } }
  },
  keepsDelivery: ({ at }) => ({ fields: { deliveredOn: dayOf(at) } }),
  remembersAgreement: () => ({ fields: { agreement: true } }),
} as const satisfies Record<string, Setter>

const effects = {
  tellsClaimed: (context) => tells(context, 'need', { command: 'noteClaimed', input: {} }),
  tellsUnclaimed: (context) => tells(context, 'need', { command: 'noteUnclaimed', input: {} }),
  tellsMatched: (context) =>
    context.record.state === 'underway'
      ? [
          ...tells(context, 'need', {
            command: 'noteMatched',
            input: { project: context.record.id },
          }),
          ...tells(context, 'resource', { command: 'noteJoined', input: {} }),
        ]
      : [],
  // What the community found poor has met nothing: its need waits again.
  tellsOutcome: (context) => {
    if (context.record.state !== 'judged') return []
    const isPoor = textOf(context.record.fields, 'communityRating') === 'poor'
    return tells(context, 'need', { command: isPoor ? 'noteFreed' : 'noteMet', input: {} })
  },
  tellsFreed: (context) => tells(context, 'need', { command: 'noteFreed', input: {} }),
  opensAgreement: (context) => {
    const { record, at } = context
    const drafter = unitOf(context.actor)
    const { community = null, unit = null, unitDuty = null, communityDuty = null } = record.fields
    return [
      {
        open: 'cobuild-agreement',
        command: 'draftFor',
        input: {
          project: record.id,
          drafter: drafter ?? null,
          other: drafter === community ? unit : community,
          clause1: unitDuty,
          clause2: communityDuty,
          until: addDays(dayOf(at), agreedDays),
        },
        words: { title: record.title },
      },
    ]
  },
} as const satisfies Record<string, EffectMaker>

/**
 * 共建项目: joins a community's need and a unit's resource; both confirm it, the unit delivers, and
 * both judge what came of it.
 */
export const cobuildProject = defineKind({
  name: 'cobuild-project',
  label: '共建项目',
  group: 'cobuild-integration',
  systems: ['three-lists'],
  version: 1,
  about: '把一条需求和一项资源连成项目：双方确认，单位办完，双方评价，也听居民的。',
  fields,
  title: 'title',
  slots: { k1: 'need', k2: 'resource', k3: 'topic', n1: 'unit', n2: 'community', t1: 'finishOn' },
  searched: ['title'],
  relations: {
    anyUnit,
    community: { label: '社区', roles: staff, is: { seat: 'community' } },
    unit: { label: '单位', roles: staff, is: { seat: 'unit' } },
    reader,
  },
  see: ['reader'],
  seats: {
    community: { label: '社区', is: { field: 'community' } },
    unit: { label: '单位', is: { field: 'unit' } },
  },
  responsible: 'unit',
  starts: {
    propose: {
      label: '认领需求',
      by: ['anyUnit'],
      input: proposed,
      requires: [
        'linksANeed',
        'linksAResource',
        'isOneOfTheTwo',
        'reachesTheCommunity',
        'joinsTwo',
        'finishesAhead',
      ],
      records: 'ProjectProposed',
      says: '{unit} 提出共建项目',
      keeps: ['need', 'resource', 'title'],
      sets: ['joinsBoth'],
      effects: ['tellsClaimed'],
      to: 'proposed',
      tells: ['community', 'unit'],
    },
  },
  states,
  clocks: {
    confirming: {
      label: '双方确认',
      stages: [{ limit: { parameter: 'project.confirming' }, asks: 'noteUnconfirmed' }],
      runs: ['proposed'],
      basis: cityMaySet,
    },
    finish: {
      label: '完成期限',
      stages: [{ limit: { until: 'finishOn' }, asks: 'noteLate' }],
      runs: ['underway'],
      basis: '项目约定的完成期限',
    },
    judging: {
      label: '双方评价',
      stages: [{ limit: { parameter: 'project.judging' }, asks: 'noteUnjudged' }],
      runs: ['delivered'],
      basis: cityMaySet,
    },
  },
  mainClock: 'finish',
  facts: {
    need: { kind: 'community-need', where: { id: { input: 'need' } }, want: 'first' },
    resource: { kind: 'unit-resource', where: { id: { input: 'resource' } }, want: 'first' },
  },
  rules,
  setters,
  effects,
  claims: {
    need: {
      label: '这条需求的共建项目',
      fields: ['need'],
      while: 'open',
      states: ['proposed', 'underway', 'delivered'],
    },
  },
  counters: {
    proposed: { label: '提出的共建项目', cohort: () => true },
    proposing: { label: '提出共建项目', on: { start: true } },
    agreed: { label: '双方确认的项目', on: { enters: 'underway' } },
    judged: { label: '双方评价的项目', cohort: ({ state }) => state === 'judged' },
    good: {
      label: '社区评价为好的项目',
      cohort: ({ fields: own }) => textOf(own, 'communityRating') === 'good',
    },
    served: { label: '服务人次', cohort: ({ fields: own }) => numberOf(own, 'served') ?? 0 },
  },
  parameters: {
    'project.confirming': limitParameter('项目确认时限', { qty: 5, unit: 'working-day' }),
    'project.judging': limitParameter('项目评价时限', { qty: 10, unit: 'working-day' }),
  },
})

function tells(
  { record }: Context,
  name: 'need' | 'resource',
  { command, input }: { readonly command: string; readonly input: Values },
) {
  const ask = textOf(record.fields, name)
  const kind = name === 'need' ? 'community-need' : 'unit-resource'
  return ask === undefined ? [] : [{ ask, kind, command, input }]
}
