import { type Fields, textOf } from '../field.ts'
import type { Clock, Command, Rule, Setter, State } from '../kind.ts'
import { dayOf } from '../time.ts'

type Given = {
  /** What has versions, in the words of refusals and the clock: 清单. */
  readonly thing: string
  /** First word of each event: 'Version' gives VersionDecided. */
  readonly event: string
  /** Events that were named otherwise before, by command. */
  readonly events?: Readonly<Partial<Record<'overrun', string>>>
  /** Relations of those who draft and publish, and of those who decide. */
  readonly makers: readonly string[]
  readonly deciders: readonly string[]
  /** The seats that are expected to do so. */
  readonly seats: { readonly maker: string; readonly decider: string }
  /** The parameter that holds the time for the whole making. */
  readonly parameter: string
  readonly clockBasis: string
  readonly basis: string
  readonly abandons?: Pick<Command, 'effects' | 'facts'>
  readonly publishes: Pick<Command, 'effects' | 'facts'>
}

/** Public text, not anybody's words: it stands in events whole. */
export const versionFields = {
  documentNumber: { type: 'code', label: '文号', max: 60 },
  holdsFrom: { type: 'day', label: '施行日期' },
  publishedOn: { type: 'day', label: '公布日期' },
  reason: { type: 'code', label: '理由', max: 300 },
} as const satisfies Fields

export const versionReason = { reason: { ...versionFields.reason, required: true } } as const

/**
 * 按版本制定: what is drafted and has been heard on (see `consultation`) is decided, published from its
 * day on and replaced by the next. The kind brings its draft and what is in force.
 */
export function versionMaking(given: Given) {
  const { makers, seats, event, publishes } = given
  const overrun = overrunOf(given)
  const abandon = abandonOf(given)
  const step = (name: string, command: string) =>
    ({ is: 'working', expects: [{ seat: name, command, clock: 'making' }] }) as const
  return {
    overrun,
    abandon,
    supersede: {
      label: '被新版本替代',
      by: ['effect'],
      records: `${event}Superseded`,
      says: '已由新版本替代',
      to: 'superseded',
    } satisfies Command,
    states: {
      consulting: {
        label: '征求意见中',
        is: 'working',
        step: 2,
        expects: [{ seat: seats.maker, command: 'submit', clock: 'making', when: 'allHeard' }],
        commands: { submit: submitOf(given), abandon, overrun },
      },
      deciding: {
        label: '审定中',
        step: 3,
        ...step(seats.decider, 'decide'),
        commands: { ...decisions(given), overrun },
      },
      decided: {
        label: '已审定待公布',
        step: 4,
        ...step(seats.maker, 'publish'),
        commands: {
          publish: {
            label: '公布',
            by: makers,
            requires: ['itsDayHasCome'],
            records: `${event}Published`,
            says: '公布，{documentNumber}',
            sets: ['isPublished'],
            ...publishes,
            to: 'published',
          },
          overrun,
        },
      },
    } satisfies Readonly<Record<string, State>>,
    ends: {
      superseded: { label: '已被替代', is: 'end', step: 6 },
      abandoned: { label: '已放弃', is: 'end', step: 6 },
    } satisfies Readonly<Record<string, State>>,
    clocks: { making: clockOf(given) },
    rules: rulesOf(given.basis),
    setters,
  }
}

function submitOf({ makers, event, seats }: Given): Command {
  return {
    label: '提交审定',
    by: makers,
    requires: ['allHeard', 'allWeighed'],
    records: `${event}Submitted`,
    says: '提交审定',
    to: 'deciding',
    tells: [seats.decider],
  }
}

function decisions({ deciders, event, seats }: Given): Readonly<Record<string, Command>> {
  return {
    decide: {
      label: '审定通过',
      by: deciders,
      input: {
        documentNumber: { ...versionFields.documentNumber, required: true },
        holdsFrom: { ...versionFields.holdsFrom, default: 'today' },
      },
      records: `${event}Decided`,
      says: '审定通过，{documentNumber}',
      keeps: ['documentNumber', 'holdsFrom'],
      sets: ['holdsAtOnce'],
      to: 'decided',
      tells: [seats.maker],
    },
    sendBack: {
      label: '退回修改',
      by: deciders,
      input: versionReason,
      records: `${event}SentBack`,
      says: '退回修改：{reason}',
      keeps: ['reason'],
      to: 'draft',
      tells: [seats.maker],
    },
  }
}

function overrunOf({ thing, event, events, seats }: Given): Command {
  return {
    label: '制定超时',
    by: ['clock'],
    records: events?.overrun ?? `${event}MakingOverdue`,
    says: `${thing}制定超过时限`,
    tells: [seats.maker],
  }
}

function abandonOf({ makers, event, abandons }: Given): Command {
  return {
    label: '放弃草案',
    by: makers,
    input: versionReason,
    records: `${event}Abandoned`,
    says: '放弃草案：{reason}',
    keeps: ['reason'],
    ...abandons,
    to: 'abandoned',
    grave: true,
  }
}

function clockOf({ thing, parameter, clockBasis }: Given): Clock {
  return {
    label: `制定${thing}`,
    stages: [{ limit: { parameter }, asks: 'overrun' }],
    runs: ['draft', 'consulting', 'deciding', 'decided'],
    basis: clockBasis,
  }
}

function rulesOf(basis: string) {
  return {
    itsDayHasCome: {
      says: '施行日期还没有到',
      instead: '到施行日期再公布',
      basis,
      holds: ({ record, at }) => (textOf(record.fields, 'holdsFrom') ?? '') <= dayOf(at),
    },
  } satisfies Readonly<Record<string, Rule>>
}

const setters = {
  isPublished: ({ at }) => ({ fields: { publishedOn: dayOf(at) } }),
  holdsAtOnce: ({ input, at }) =>
    textOf(input, 'holdsFrom') === undefined ? { fields: { holdsFrom: dayOf(at) } } : {},
} as const satisfies Readonly<Record<string, Setter>>
