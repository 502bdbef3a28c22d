import { isOfSystem, systemRelations } from './actor.ts'
import { ballotProblems } from './ballot-sound.ts'
import { builtInCommands } from './built-in.ts'
import { documentProblems } from './document.ts'
import { nameProblems } from './sound-names.ts'
import { ruleOf } from './standing.ts'
import { takenBackState } from './taken-back.ts'
import type { Clock, Command, Kind, State } from './kind.ts'

/** What is unsound in a declaration, in words its author can act on. Every kind's test expects
 *  none. */
export function problemsIn(kind: Kind): readonly string[] {
  return [
    ...flowProblems(kind, { name: kind.name, states: kind.states, entries: entriesOf(kind) }),
    ...clockProblems(kind, kind.clocks ?? {}, kind.states),
    ...Object.entries(kind.parties ?? {}).flatMap(([role, party]) => [
      ...flowProblems(kind, {
        name: `${kind.name}/${role}`,
        states: party.states,
        entries: [party.start],
      }),
      ...clockProblems(kind, party.clocks ?? {}, party.states),
    ]),
    ...recordedTwice(kind),
    ...allCommands(kind).flatMap(([name, command]) => commandProblems(kind, name, command)),
    ...Object.entries(kind.rules).flatMap(([name, rule]) =>
      rule.says.trim() === '' || rule.basis.trim() === ''
        ? [`rule ${name} lacks words or basis`]
        : [],
    ),
    ...endProblems(kind),
    ...nameProblems(kind, allCommands(kind)),
    ...fieldProblems(kind),
    ...documentProblems(kind),
    ...ballotProblems(kind),
  ]
}

/** Every command of a kind with a name that tells where it stands. */
function allCommands(kind: Kind): readonly (readonly [string, Command])[] {
  const inside = (states: Readonly<Record<string, State>>, prefix: string) =>
    Object.entries(states).flatMap(([state, { commands }]) =>
      Object.entries(commands ?? {}).map(
        ([name, command]) => [`${prefix}${state}.${name}`, command] as const,
      ),
    )
  return [
    ...Object.entries(kind.starts).map(([name, command]) => [`start.${name}`, command] as const),
    ...inside(kind.states, ''),
    ...Object.entries(kind.parties ?? {}).flatMap(([role, party]) =>
      inside(party.states, `${role}/`),
    ),
  ]
}

function entriesOf(kind: Kind): readonly string[] {
  return Object.values(kind.starts).flatMap(targets)
}

function targets(command: Command): readonly string[] {
  return [
    ...(command.to === undefined ? [] : [command.to]),
    ...(command.moves ?? []).map((move) => move.to),
  ]
}

function flowProblems(
  kind: Kind,
  flow: { name: string; states: Readonly<Record<string, State>>; entries: readonly string[] },
): readonly string[] {
  const { name, states, entries } = flow
  const carried = Object.values(kind.parties ?? {}).flatMap((party) =>
    Object.values(party.states).flatMap(({ commands }) =>
      Object.values(commands ?? {}).flatMap((command) =>
        (command.carries ?? []).map((move) => move.to),
      ),
    ),
  )
  const reached = new Set(name === kind.name ? [...entries, ...carried] : entries)
  for (const state of reached)
    for (const command of Object.values(states[state]?.commands ?? {}))
      for (const to of targets(command)) reached.add(to)
  const clocks = name === kind.name ? kind.clocks : kind.parties?.[name.split('/')[1] ?? '']?.clocks
  return [
    ...[...reached]
      .filter((state) => states[state] === undefined)
      .map((state) => `${name}: no state ${state}`),
    ...Object.keys(states)
      .filter((state) => !reached.has(state))
      .map((state) => `${name}: nothing leads to ${state}`),
    ...Object.entries(states).flatMap(([state, declared]) =>
      stateProblems({ where: `${name}.${state}`, state, declared, clocks: clocks ?? {}, kind }),
    ),
  ]
}

function stateProblems(at: {
  where: string
  state: string
  declared: State
  clocks: Readonly<Record<string, Clock>>
  kind: Kind
}): readonly string[] {
  const { where, state, declared, clocks, kind } = at
  const commands = { ...declared.commands, ...(declared.is === 'working' ? builtInCommands : {}) }
  const timed = Object.values(clocks).some((clock) => clock.runs.includes(state))
  const expects = declared.expects ?? []
  return [
    ...(declared.is === 'working' && expects.length === 0 ? [`${where}: nobody is expected`] : []),
    ...(declared.is === 'working' && !timed ? [`${where}: no clock`] : []),
    ...(declared.is === 'end' &&
    Object.values(declared.commands ?? {}).some(
      ({ to }) => to !== undefined && to !== takenBackState,
    )
      ? [`${where}: an end is left`]
      : []),
    ...expects
      .filter((one) => commands[one.command] === undefined)
      .map((one) => `${where}: expects ${one.command}, which it does not offer`),
    ...expects
      .filter((one) => kind.seats[one.seat] === undefined)
      .map((one) => `${where}: no seat ${one.seat}`),
    ...expects
      .filter((one) => one.when !== undefined && kind.rules[one.when] === undefined)
      .map((one) => `${where}: no rule ${one.when}`),
    ...expects
      .filter(
        (one) =>
          one.clock !== undefined &&
          clocks[one.clock] === undefined &&
          kind.clocks?.[one.clock] === undefined,
      )
      .map((one) => `${where}: no clock ${one.clock}`),
  ]
}

function clockProblems(
  kind: Kind,
  clocks: Readonly<Record<string, Clock>>,
  states: Readonly<Record<string, State>>,
): readonly string[] {
  return Object.entries(clocks).flatMap(([name, clock]) => [
    ...clock.runs.flatMap((state) =>
      clock.stages
        .filter((stage) => states[state]?.commands?.[stage.asks]?.by.includes('clock') !== true)
        .map(
          (stage) => `clock ${name} asks ${stage.asks}, which ${state} does not offer the clock`,
        ),
    ),
    ...clock.stages.flatMap(({ limit }) =>
      parametersOf(limit)
        .filter((parameter) => kind.parameters?.[parameter] === undefined)
        .map((parameter) => `clock ${name}: no parameter ${parameter}`),
    ),
  ])
}

function parametersOf(limit: Clock['stages'][number]['limit']): readonly string[] {
  if ('parameter' in limit) return [limit.parameter]
  return 'parameters' in limit ? Object.values(limit.parameters) : []
}

/** The same command offered in several states may share its declaration, and so its event. */
function recordedTwice(kind: Kind): readonly string[] {
  const names = new Map<string, Set<string>>()
  for (const [where, command] of allCommands(kind)) {
    const name = where.startsWith('start.') ? where : where.split('.').at(-1)
    const party = where.includes('/') ? `${where.split('/')[0]}/` : ''
    names.set(command.records, (names.get(command.records) ?? new Set()).add(`${party}${name}`))
  }
  return [...names]
    .filter(([, commands]) => commands.size > 1)
    .map(([event, commands]) => `${[...commands].join(' and ')} record ${event}`)
}

function commandProblems(kind: Kind, name: string, command: Command): readonly string[] {
  const rules = [
    ...(command.requires ?? []),
    ...[...(command.moves ?? []), ...(command.carries ?? [])].map((move) => move.when),
  ]
  const relations = new Set([
    ...Object.keys(kind.relations),
    ...systemRelations,
    'self',
    'expected',
    'reveals',
  ])
  return [
    ...rules
      .filter((rule) => ruleOf(kind, rule) === undefined)
      .map((rule) => `${name}: no rule ${rule}`),
    ...command.by.filter((one) => !relations.has(one)).map((one) => `${name}: no relation ${one}`),
    ...(command.by.length > 1 && command.by.some(isOfSystem)
      ? [`${name}: what the system asks may be asked by nobody else`]
      : []),
    ...(command.by.includes('courier') && kind.sharedWith === undefined
      ? [`${name}: by a courier, though no field says with which city it is shared`]
      : []),
    ...(command.sets ?? [])
      .filter((one) => kind.setters?.[one] === undefined)
      .map((one) => `${name}: no setter ${one}`),
    ...(command.effects ?? [])
      .filter((one) => kind.effects?.[one] === undefined)
      .map((one) => `${name}: no effect ${one}`),
    ...(command.keeps ?? [])
      .filter((one) => kind.fields[one] === undefined || command.input?.[one] === undefined)
      .map((one) => `${name}: keeps ${one}, which is no field or no input`),
    ...(command.tells ?? [])
      .filter((one) => kind.seats[one] === undefined)
      .map((one) => `${name}: tells no seat ${one}`),
    ...(command.facts ?? [])
      .filter((one) => kind.facts?.[one] === undefined)
      .map((one) => `${name}: no fact ${one}`),
  ]
}

/** Where a record has a reporter, every end says something to them. */
function endProblems(kind: Kind): readonly string[] {
  const told = Object.values(kind.relations).some(
    (relation) => 'anyone' in relation.is && relation.is.anyone === 'link',
  )
  if (!told) return []
  return Object.entries(kind.states)
    .filter(([, state]) => state.plain === undefined || state.plain.trim() === '')
    .map(([name]) => `${name}: the reporter is told nothing`)
}

function fieldProblems(kind: Kind): readonly string[] {
  const named = [kind.title, ...Object.values(kind.slots ?? {}), ...(kind.searched ?? [])]
  const rules = Object.values(kind.rules).flatMap((rule) => rule.facts ?? [])
  const leaves = Object.values(kind.rules).flatMap((rule) => rule.leaves ?? [])
  const { appointment } = kind
  const when = appointment && [appointment.from, appointment.to, appointment.where]
  return [
    ...named.filter((name) => kind.fields[name] === undefined).map((name) => `no field ${name}`),
    ...rules.filter((name) => kind.facts?.[name] === undefined).map((name) => `no fact ${name}`),
    ...leaves
      .filter((name) => kind.effects?.[name] === undefined)
      .map((name) => `no effect ${name}`),
    ...(when ?? [])
      .filter((name) => name !== undefined && kind.fields[name] === undefined)
      .map((name) => `appointment: no field ${name}`),
    ...(appointment?.parties ?? [])
      .filter((role) => kind.parties?.[role] === undefined)
      .map((role) => `appointment: no party ${role}`),
    ...kind.see
      .filter((name) => kind.relations[name] === undefined)
      .map((name) => `see: no relation ${name}`),
    ...(kind.handsOut ?? [])
      .filter((name) => kind.relations[name] === undefined)
      .map((name) => `handsOut: no relation ${name}`),
    ...(kind.seats[kind.responsible] === undefined ? [`no seat ${kind.responsible}`] : []),
  ]
}
