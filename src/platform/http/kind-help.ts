import { isOfSystem, roleNames } from '../../kernel/actor.ts'
import type { Clock, Command, Kind, LimitRef, State } from '../../kernel/kind.ts'
import { limitText } from '../../kernel/limit.ts'
import { dayOf } from '../../kernel/time.ts'
import { asLimit } from '../../kernel/turn.ts'
import { isPractised, parameterAt } from '../../kernel/world.ts'
import type { CityState } from '../world/city-state.ts'
import { flowOf, partyFlowsOf } from './kind-flow.ts'
import { optionLabel } from './readable.ts'
import { wordsIn } from './wire.ts'

type At = {
  readonly kind: Kind
  readonly state: CityState
  readonly now: number
}

/** What a kind is for, how it goes and who may do what in it, in words, from its declaration and
 *  the city's present settings. */
export function kindHelp(at: At) {
  const { kind, state, now } = at
  const { practices } = kind
  return {
    name: kind.name,
    label: kind.label,
    about: kind.about,
    practice:
      practices === undefined
        ? undefined
        : { name: practices.join('、'), on: isPractised(state.world, kind, now) },
    flow: flowOf(kind),
    parties: partyFlowsOf(kind),
    sees: kind.see.map((name) => relationWords(kind, name)),
    reveals: (kind.reveal ?? []).map((name) => relationWords(kind, name)),
    kept: Object.values(kind.fields).flatMap(({ label, seenBy }) =>
      seenBy === undefined ? [] : [{ label, who: seenBy.map((name) => relationWords(kind, name)) }],
    ),
    acts: together(actsOf(kind)),
    limits: together(limitsOf(at)),
    parameters: Object.entries(kind.parameters ?? {}).map(([name, { label, basis }]) => ({
      label,
      basis,
      ...presentValue(at, name),
    })),
    rules: rulesOf(kind),
    counters: Object.values(kind.counters ?? {}).map(({ label }) => label),
  }
}

/** Commands by name and role, with the states they are offered in and who may ask. */
function actsOf(kind: Kind) {
  const found = [
    ...Object.entries(kind.starts).map(([name, command]) => ({
      key: `start/${name}`,
      command,
      where: '新建',
      party: undefined,
    })),
    ...inStates(kind.states, undefined),
    ...Object.values(kind.parties ?? {}).flatMap((party) => inStates(party.states, party.label)),
  ]
  return [...Map.groupBy(found, ({ key }) => key).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { command, party } = first
    return [
      {
        label: command.label,
        party,
        where: same.map(({ where }) => where),
        who: command.by.map((name) => relationWords(kind, name)),
        system: command.by.every(isOfSystem),
        grave: command.grave ?? false,
        requires: (command.requires ?? []).flatMap((name) => kind.rules[name]?.says ?? []),
      },
    ]
  })
}

/** What several roles of parties have in common is told once, with all their names. */
function together<T extends { readonly party: string | undefined }>(all: readonly T[]) {
  const same = Map.groupBy(all, (one) => JSON.stringify({ ...one, party: '' }))
  return [...same.values()].flatMap((alike) => {
    const [first] = alike
    if (first === undefined) return []
    const parties = alike.flatMap(({ party }) => party ?? [])
    return [{ ...first, party: parties.length === 0 ? undefined : parties.join('、') }]
  })
}

function inStates(states: Readonly<Record<string, State>>, party: string | undefined) {
  return Object.values(states).flatMap((state) =>
    Object.entries(state.commands ?? {}).map(([name, command]: [string, Command]) => ({
      key: `${party ?? ''}/${name}`,
      command,
      where: state.label,
      party,
    })),
  )
}

/** How somebody stands to the record, with the roles that it takes. */
function relationWords(kind: Kind, name: string): string {
  const known = {
    clock: '系统（到时）',
    effect: '系统（联动）',
    courier: '相邻城市的平台',
    expected: '应办单位',
  }[name]
  if (known !== undefined) return known
  if (name === 'self') return '该单位'
  const relation = kind.relations[name]
  if (relation === undefined) return name
  const roles = relation.roles?.map((role) => roleNames[role]).join('、')
  return roles === undefined ? relation.label : `${relation.label}（${roles}）`
}

function limitsOf(at: At) {
  const { kind } = at
  return [
    ...clocksOf(at, kind.clocks, { states: kind.states, party: undefined }),
    ...Object.values(kind.parties ?? {}).flatMap((party) =>
      clocksOf(at, party.clocks, { states: party.states, party: party.label }),
    ),
  ]
}

function clocksOf(
  at: At,
  clocks: Readonly<Record<string, Clock>> = {},
  of: { readonly states: Readonly<Record<string, State>>; readonly party: string | undefined },
) {
  const labels = (names: readonly string[]) => names.map((name) => of.states[name]?.label ?? name)
  const commands = Object.values(of.states).flatMap((state) => Object.entries(state.commands ?? {}))
  return Object.values(clocks).map(({ label, basis, stages, runs, pauses = [] }) => ({
    label,
    party: of.party,
    basis,
    runs: labels(runs),
    pauses: labels(pauses),
    stages: stages.map(({ limit, asks }) => ({
      limit: limitWords(at, limit),
      asks: commands.find(([name]) => name === asks)?.[1].label ?? asks,
    })),
  }))
}

/** A limit as it stands now in this city, one line for each value it depends on. */
function limitWords(at: At, ref: LimitRef): readonly string[] {
  if ('until' in ref) return [`到“${at.kind.fields[ref.until]?.label ?? ref.until}”当天下班`]
  if ('parameter' in ref) return [presentValue(at, ref.parameter).value]
  const field = at.kind.fields[ref.field]
  return Object.entries(ref.parameters).map(([value, name]) => {
    const option = field === undefined ? value : optionLabel(field, value, at.state)
    return `${option}：${presentValue(at, name).value}`
  })
}

/** What the city has set, or the declared value where it has set nothing. */
function presentValue({ kind, state, now }: At, name: string) {
  const declared = kind.parameters?.[name]
  const dated = parameterAt(state.world, name, now)
  const value = dated?.value ?? declared?.default ?? null
  const limit = asLimit(value)
  const own = dated !== undefined && dated.version !== 'default'
  const words = declared?.options?.find((option) => option.value === value)?.label
  return {
    value:
      limit === undefined
        ? (words ?? (typeof value === 'boolean' ? (value ? '是' : '否') : wordsIn(value)))
        : limitText(limit),
    since: own && dated.from > 0 ? dayOf(dated.from) : undefined,
  }
}

/** Rules that can refuse somebody something, with the commands they stand before. */
function rulesOf(kind: Kind) {
  const commands = [
    ...Object.values(kind.starts),
    ...[kind.states, ...Object.values(kind.parties ?? {}).map(({ states }) => states)].flatMap(
      (states) => Object.values(states).flatMap((state) => Object.values(state.commands ?? {})),
    ),
  ]
  return Object.entries(kind.rules).flatMap(([name, { id, says, instead, basis }]) => {
    const before = commands.filter(({ requires = [] }) => requires.includes(name))
    if (before.length === 0) return []
    return [{ id, says, instead, basis, before: [...new Set(before.map(({ label }) => label))] }]
  })
}
