import { type Actor, type Role, roleNames } from '../../kernel/actor.ts'
import { deltasOf, todosOf } from '../../kernel/derive.ts'
import type { Value } from '../../kernel/field.ts'
import type { FigureReader } from '../../kernel/figure-fact.ts'
import type { Kind } from '../../kernel/kind.ts'
import { limitText } from '../../kernel/limit.ts'
import { offersFor } from '../../kernel/offers.ts'
import { placeOf } from '../../kernel/directory.ts'
import { rehearse, type Rehearsal, type Rehearsed, type Step } from '../../kernel/rehearsal.ts'
import { at, governedUnits, governedWorld, post, unit } from '../../kernel/testing.ts'
import { asLimit } from '../../kernel/turn.ts'
import type { World } from '../../kernel/world.ts'

export type Data = Readonly<Record<string, Value>>
export type When = readonly [Actor, string]

/** Whoever works for a Party organisation, written out once for the access tables. */
const working = 'clerk head leader secretary worker'
export const all = (...units: readonly number[]): readonly string[] =>
  units.toSorted((a, b) => a - b).map((unit) => `${unit}: ${working}`)

/** Those who see what a superior of the city, or of the district, keeps over others. */
const cityLine = [unit.citySupervision, unit.cityCommittee, unit.cityOrganisation] as const
export const districtLine = [
  ...cityLine,
  unit.supervision,
  unit.committee,
  unit.organisation,
] as const

type Beginning = { readonly kind: string; readonly command: string; readonly area: number }
/** 'command' or 'role/unit/command' of a record, who asks it and when. */
type What = readonly [string, Actor, string]

/** A governed town in which records of some kinds are begun and carried on. */
export type Linked = Asking & Looking & { readonly world: World }

type Asking = {
  /** Begins a record as somebody, at a place, and tells what came of it. */
  readonly tries: (what: Beginning, when: When, data?: Data) => Rehearsed
  readonly begin: (what: Beginning, when: When, data?: Data) => string
  readonly asks: (id: string, what: What, data?: Data) => Rehearsed
  readonly step: (id: string, what: What, data?: Data) => Rehearsed
  readonly refused: (id: string, what: What, data?: Data) => string | undefined
  /** What happened by a moment, clocks alone; of one record or of all. */
  readonly until: (moment: string, id?: string) => readonly string[]
  /** What the clocks add to the counts by a moment. */
  readonly countedBy: (moment: string) => readonly string[]
}

type Looking = {
  readonly state: (id: string) => string
  readonly fields: (id: string) => Data
  readonly party: (id: string, unit: number) => { readonly state: string; readonly fields: Data }
  /** Open to-dos as 'unit command'. */
  readonly expected: (id: string) => readonly string[]
  /** Offers to everybody, as the access tables write them. */
  readonly offered: (id: string, moment?: string) => Readonly<Record<string, readonly string[]>>
  readonly readers: (id: string) => readonly string[]
  readonly counts: (done: Rehearsed) => readonly string[]
  /** Records of a kind that an answer opened. */
  readonly opened: (done: Rehearsed, kind: string) => readonly string[]
}

type Stage = {
  readonly city: Rehearsal
  readonly world: World
  readonly kindOf: (id: string) => Kind | undefined
}

export function linked(
  kinds: readonly Kind[],
  given: { readonly world?: Partial<World>; readonly figures?: FigureReader } = {},
): Linked {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const world = governedWorld(kinds, given.world)
  let ids = 0
  const city = rehearse({
    kinds: byName,
    world,
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
    ...(given.figures === undefined ? {} : { figures: given.figures }),
  })
  const stage = { city, world, kindOf: (id: string) => byName.get(city.record(id)?.kind ?? '') }
  return { world, ...asking(stage), ...looking(stage), readers: (id) => readersOf(stage, id) }
}

function asking({ city, world, kindOf }: Stage): Asking {
  const asks: Asking['asks'] = (id, [command, actor, moment], data = {}) => {
    city.until(at(moment))
    const [role = '', member, name] = command.split('/')
    return city.ask({
      kind: kindOf(id)?.name ?? '',
      command: name ?? command,
      record: id,
      actor,
      at: at(moment),
      party: name === undefined ? undefined : { role, unit: Number(member) },
      data,
    })
  }
  const tries: Asking['tries'] = ({ kind, command, area }, [actor, moment], data = {}) => {
    city.until(at(moment))
    const place = placeOf(world.directory, area)
    return city.ask({ kind, command, actor, at: at(moment), place, data })
  }
  return {
    tries,
    asks,
    begin: (what, when, data) => idOf(what.command, tries(what, when, data)),
    step: (id, what, data) => {
      const done = asks(id, what, data)
      idOf(what[0], done)
      return done
    },
    refused: (id, what, data) => {
      const done = asks(id, what, data)
      return done.ok ? undefined : done.refused
    },
    until: (moment, id) =>
      city
        .until(at(moment))
        .filter(({ after }) => id === undefined || after.id === id)
        .map(({ event }) => event.type),
    countedBy: (moment) => counted(city.until(at(moment)), world),
  }
}

function looking(stage: Stage): Omit<Looking, 'readers'> {
  const { city, world, kindOf } = stage
  return {
    state: (id) => city.record(id)?.state ?? 'none',
    fields: (id) => city.record(id)?.fields ?? {},
    party: (id, member) =>
      city.record(id)?.parties.find((one) => one.unit === member) ?? { state: 'none', fields: {} },
    expected: (id) => {
      const record = city.record(id)
      const kind = kindOf(id)
      if (record === undefined || kind === undefined) return []
      return todosOf(kind, world, record).map(({ unit: by, command }) => `${by} ${command}`)
    },
    offered: (id, moment = '08-05 09:00') => offeredTo(stage, id, moment),
    counts: (done) => counted(done.ok ? done.steps : [], world),
    opened: (done, kind) =>
      (done.ok ? done.steps : []).flatMap(({ after, before }) =>
        before === undefined && after.kind === kind ? [after.id] : [],
      ),
  }
}

function offeredTo(
  { city, world, kindOf }: Stage,
  id: string,
  moment: string,
): Readonly<Record<string, readonly string[]>> {
  const record = city.record(id)
  const kind = kindOf(id)
  if (record === undefined || kind === undefined) return {}
  const found = everybody.flatMap((actor) =>
    offersFor(kind, { world, record, actor, at: at(moment), facts: {} })
      .filter(({ command }) => !['take', 'putBack', 'handOn'].includes(command))
      .map(({ command, party }) => ({
        name: party === undefined ? command : `${party.role}/${party.unit}/${command}`,
        actor,
      })),
  )
  return Object.fromEntries(
    [...Map.groupBy(found, ({ name }) => name)].map(([name, ones]) => [
      name,
      byUnit(ones.map(({ actor }) => actor)),
    ]),
  )
}

function readersOf({ city, kindOf }: Stage, id: string): readonly string[] {
  const kind = kindOf(id)?.name ?? ''
  const moment = city.record(id)?.openedAt ?? 0
  return byUnit(
    everybody.filter((actor) => {
      const told = city.ask({ kind, command: 'nothing', record: id, actor, at: moment })
      return !told.ok && told.refused === 'notOffered'
    }),
  )
}

/** Who may begin records, as the access tables write them: tried by everybody. */
export function starters(attempt: (by: Actor) => Rehearsed): readonly string[] {
  return byUnit(
    everybody.filter((actor) => {
      const done = attempt(actor)
      return done.ok || done.refused !== 'notAllowed'
    }),
  )
}

/** The limits a city begins with, in words. */
export function limitsOf(kind: Kind): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(kind.parameters ?? {}).flatMap(([name, { default: value }]) => {
      const limit = asLimit(value)
      return limit === undefined ? [] : [[name, limitText(limit)]]
    }),
  )
}

/** What steps add to the counts, stock apart: '+done 15'. */
function counted(steps: readonly Step[], world: World): readonly string[] {
  return steps.flatMap((step) =>
    deltasOf(step.kind, world, step)
      .filter(({ measure }) => !measure.startsWith('state:'))
      .map(({ measure, n, unit }) => `${n > 0 ? '+' : '-'}${measure} ${unit}`),
  )
}

const isRole = (name: string): name is Role => name in roleNames
const everybody: readonly Actor[] = governedUnits.flatMap(({ id }) =>
  Object.keys(roleNames)
    .filter(isRole)
    .map((role) => post(role, id)),
)

function byUnit(actors: readonly Actor[]): readonly string[] {
  const posts = actors.flatMap((actor) => (actor.by === 'post' ? [actor.post] : []))
  return [...Map.groupBy(posts, ({ unit }) => unit)]
    .toSorted(([a], [b]) => a - b)
    .map(
      ([unit, held]) =>
        `${unit}: ${held
          .map(({ role }) => role)
          .toSorted()
          .join(' ')}`,
    )
}

function idOf(command: string, done: Rehearsed): string {
  if (!done.ok) throw new Error(`${command} is refused: ${done.refused}`)
  return done.record.id
}
