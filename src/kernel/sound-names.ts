import { isOfSystem, systemRelations } from './actor.ts'
import { owner } from './own-data.ts'
import { keepOf } from './field.ts'
import type { Clock, Command, Kind, PartyKind } from './kind.ts'

/** Names in a declaration that mean nothing, in words its author can act on. A name is plain text to
 *  the type checker, so a misspelt one would only be found by whoever waits for what it promised. */
export function nameProblems(kind: Kind, commands: readonly (readonly [string, Command])[]) {
  const events = new Set(commands.map(([, { records }]) => records))
  return [
    ...standingProblems(kind),
    ...clockNames(kind, kind, events),
    ...Object.values(kind.parties ?? {}).flatMap((party) => clockNames(kind, party, events)),
    ...claimProblems(kind),
    ...counterProblems(kind, events),
    ...readingsProblems(kind),
    ...commands.flatMap(([where, command]) => saidProblems(kind, where, command)),
    ...startProblems(kind),
    ...undoProblems(kind, commands),
  ]
}

function standingProblems(kind: Kind): readonly string[] {
  const { fields, seats } = kind
  const { complainedOf, countedBy, sharedWith } = kind
  const optional = { complainedOf, countedBy, sharedWith, leavesOut: kind.leavesOut?.field }
  return [
    ...Object.entries(optional).flatMap(([what, name]) =>
      name === undefined || fields[name] !== undefined ? [] : [`${what}: no field ${name}`],
    ),
    ...(kind.leavesOut?.states ?? [])
      .filter((state) => kind.states[state] === undefined)
      .map((state) => `leavesOut: no state ${state}`),
    ...Object.entries(seats).flatMap(([name, { is }]) =>
      'field' in is && fields[is.field] === undefined ? [`seat ${name}: no field ${is.field}`] : [],
    ),
    ...Object.entries(kind.relations).flatMap(([name, { is }]) => {
      if ('party' in is && kind.parties?.[is.party] === undefined)
        return [`relation ${name}: no party ${is.party}`]
      if ('seat' in is && is.post !== undefined && fields[is.post]?.type !== 'post')
        return [`relation ${name}: no post field ${is.post}`]
      const seat = 'seat' in is ? is.seat : 'above' in is ? is.above : undefined
      return seat === undefined || seats[seat] !== undefined
        ? []
        : [`relation ${name}: no seat ${seat}`]
    }),
    ...Object.keys(kind.relations)
      .filter((name) => relationsOfTheEngine.includes(name))
      .map((name) => `relation ${name}: the engine has one of that name`),
    ...Object.entries(fields).flatMap(([name, { seenBy }]) =>
      (seenBy ?? [])
        .filter((one) => kind.relations[one] === undefined)
        .map((one) => `field ${name}: seen by no relation ${one}`),
    ),
    ...(kind.mainClock !== undefined && kind.clocks?.[kind.mainClock] === undefined
      ? [`mainClock: no clock ${kind.mainClock}`]
      : []),
  ]
}

function clockNames(
  kind: Kind,
  { clocks, states }: Pick<Kind | PartyKind, 'clocks' | 'states'>,
  events: ReadonlySet<string>,
): readonly string[] {
  return Object.entries(clocks ?? {}).flatMap(([name, clock]) => [
    ...[...clock.runs, ...(clock.pauses ?? [])]
      .filter((state) => states[state] === undefined)
      .map((state) => `clock ${name}: no state ${state}`),
    ...[...(clock.restarts ?? []), ...(clock.ends ?? [])]
      .filter((event) => !events.has(event))
      .map((event) => `clock ${name}: no event ${event}`),
    ...(clock.when !== undefined && kind.rules[clock.when] === undefined
      ? [`clock ${name}: no rule ${clock.when}`]
      : []),
    ...clock.stages.flatMap((stage) => fieldsOf(stage.limit).flatMap((field) => knownBy(field))),
  ])

  /** A limit may name a field of the record, or one that a party keeps from an input. */
  function knownBy(field: string): readonly string[] {
    const inputs = Object.values(states).flatMap((state) =>
      Object.values(state.commands ?? {}).flatMap((command) => Object.keys(command.input ?? {})),
    )
    return kind.fields[field] !== undefined || inputs.includes(field) ? [] : [`no field ${field}`]
  }
}

function fieldsOf(limit: Clock['stages'][number]['limit']): readonly string[] {
  if ('until' in limit) return [limit.until]
  return 'field' in limit ? [limit.field] : []
}

function claimProblems(kind: Kind): readonly string[] {
  return Object.entries(kind.claims ?? {}).flatMap(([name, { fields, states }]) => [
    ...fields.flatMap((one) => {
      const field = kind.fields[one]
      if (field === undefined) return [`claim ${name}: no field ${one}`]
      return keepOf(field) === 'record'
        ? []
        : [`claim ${name}: ${one} is ${field.type}, which the record does not hold; use a code`]
    }),
    ...(states ?? [])
      .filter((state) => kind.states[state] === undefined)
      .map((state) => `claim ${name}: no state ${state}`),
  ])
}

/** What a readings fact reads its lines from is another fact of the kind, one that finds records. */
function readingsProblems({ facts = {} }: Kind): readonly string[] {
  return Object.entries(facts).flatMap(([name, fact]) => {
    if (!('readings' in fact) || !('fact' in fact.readings)) return []
    const other = facts[fact.readings.fact]
    return other !== undefined && 'kind' in other
      ? []
      : [`fact ${name}: no fact ${fact.readings.fact} that finds records`]
  })
}

function counterProblems(kind: Kind, events: ReadonlySet<string>): readonly string[] {
  return Object.entries(kind.counters ?? {}).flatMap(([name, counter]) => {
    if ('party' in counter)
      return kind.parties?.[counter.party] === undefined
        ? [`counter ${name}: no party ${counter.party}`]
        : []
    if (!('on' in counter)) return []
    const { on } = counter
    if ('event' in on) return events.has(on.event) ? [] : [`counter ${name}: no event ${on.event}`]
    if (!('enters' in on) || kind.states[on.enters] !== undefined) return []
    return [`counter ${name}: no state ${on.enters}`]
  })
}

function saidProblems(kind: Kind, where: string, { says, input }: Command): readonly string[] {
  return [...says.matchAll(/\{([^{}]+)\}/gu)].flatMap(([, name = '']) =>
    ['unit', 'party'].includes(name) ||
    input?.[name] !== undefined ||
    kind.fields[name] !== undefined
      ? []
      : [`${where}: says {${name}}, which is no input`],
  )
}

/** Found by the engine itself, whatever a kind declares. */
const relationsOfTheEngine = [...systemRelations, 'self', 'expected', 'reveals', owner]

/** Before a record begins it has no seats and no parties: such relations hold for nobody then. */
function startProblems(kind: Kind): readonly string[] {
  return Object.entries(kind.starts).flatMap(([name, { by }]) => {
    const open = by.some((one) => {
      const is = kind.relations[one]?.is
      if (is === undefined) return isOfSystem(one)
      return 'anyone' in is || 'function' in is || 'unitType' in is || isFunctionSeat(kind, is)
    })
    return open
      ? []
      : [`start.${name}: by a seat or party that no record has yet, so nobody can ever ask it`]
  })
}

function isFunctionSeat(kind: Kind, is: Kind['relations'][string]['is']): boolean {
  const name = 'seat' in is ? is.seat : 'above' in is ? is.above : undefined
  const seat = name === undefined ? undefined : kind.seats[name]
  return seat !== undefined && 'function' in seat.is
}

function undoProblems(
  kind: Kind,
  commands: readonly (readonly [string, Command])[],
): readonly string[] {
  const names = new Set(commands.map(([where]) => where.split('.').at(-1)))
  return [
    ...commands.flatMap(([where, { undo }]) =>
      undo === undefined || names.has(undo) ? [] : [`${where}: no command ${undo} to undo it`],
    ),
    ...Object.entries(kind.starts).flatMap(([name, { undo, to, moves }]) => {
      const reached = [...(to === undefined ? [] : [to]), ...(moves ?? []).map((move) => move.to)]
      return undo === undefined ||
        reached.some((state) => kind.states[state]?.commands?.[undo] !== undefined)
        ? []
        : [`start.${name}: where it leads there is no ${undo}`]
    }),
  ]
}
