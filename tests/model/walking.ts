import type { Actor, Post } from '../../src/kernel/actor.ts'
import { placeOf, type Place } from '../../src/kernel/directory.ts'
import type { Option } from '../../src/kernel/field.ts'
import type { Command, Kind } from '../../src/kernel/kind.ts'
import { offersFor, startsFor } from '../../src/kernel/offers.ts'
import { type RecordState, unopenedRecord } from '../../src/kernel/record.ts'
import { dayMs, hourMs, type Instant } from '../../src/kernel/time.ts'
import { commandIn } from './acting.ts'
import { type Data, type Dice, inputFor, one } from './inputs.ts'
import { askedAt, type Doing, type Model } from './model.ts'
import { offeredIn, startsIn } from './offering.ts'
import { todosIn } from './standing.ts'

/** Who takes part in a story, and where. */
export type Cast = {
  readonly posts: readonly Post[]
  readonly areas: readonly number[]
  readonly lists: Readonly<Record<string, readonly Option[]>>
}

export type Drawing = {
  readonly model: Model
  readonly cast: Cast
  readonly dice: Dice
  readonly now: Instant
  /** How often a command was done so far. */
  readonly count: (command: string) => number
}

export type Drawn = {
  readonly doing: Doing
  readonly isOffered: boolean
  /** In what the engine's offers and the model's differ. */
  readonly wrong: readonly string[]
}

/** Draws what is asked next: of some record by somebody, mostly what they are offered, at times what
 *  they are not. */
export function drawAsk(drawing: Drawing): Drawn {
  return drawing.dice(6) === 0 ? drawStart(drawing) : drawCommand(drawing)
}

/** How long nothing is asked: mostly a moment, now and then so long that clocks run out. */
export function drawPause(dice: Dice): number {
  if (dice(25) > 0) return 1000
  return dice(3) === 0 ? dice(12) * dayMs : dice(30) * hourMs
}

function drawStart(drawing: Drawing): Drawn {
  const { model, cast, dice, now: at } = drawing
  const kind = must(one([...model.kinds.values()], dice))
  const place = placeAt(model, one(cast.areas, dice))
  const asAt = (actor: Actor) => ({ kind, model, actor, at, record: undefined, place })
  const anybody = (): Actor => (dice(20) === 0 ? { by: 'public' } : by(one(cast.posts, dice)))
  const hasNothing = (actor: Actor) => startsIn(asAt(actor)).length === 0
  const actor = drawn(anybody, { tries: dice(40), isPoor: hasNothing })
  const doing = { kind: kind.name, command: '', actor, at, place }
  const { facts } = askedAt(model, kind, { doing, before: undefined }).context
  const record = unopenedRecord({ kind: kind.name, place, openedAt: at })
  const theirs = startsFor(kind, { world: model.world, record, actor, at, facts })
  const ours = startsIn(asAt(actor))
  const rare = dice(5) > 0 ? rarest(ours, kind, drawing) : undefined
  const command = rare ?? anyOf(Object.keys(kind.starts), dice)
  const data = dataFor(kind.starts[command], drawing)
  const wrong = unlike(
    theirs.map((offer) => offer.command),
    ours,
  )
  return { doing: { ...doing, command, data }, isOffered: ours.includes(command), wrong }
}

function drawCommand(drawing: Drawing): Drawn {
  const { model, dice, now: at } = drawing
  const record = recordDrawn(drawing)
  const kind = must(model.kinds.get(record.kind))
  const { place } = record
  const asAt = (actor: Actor) => ({ kind, model, actor, at, record, place })
  const hasNothing = (actor: Actor) => offeredIn(asAt(actor)).length === 0
  const somebody = () => actorFor(kind, record, drawing)
  const actor = drawn(somebody, { tries: dice(12), isPoor: hasNothing })
  const ask = { kind: kind.name, command: '', actor, at, record: record.id }
  const { facts } = askedAt(model, kind, { doing: ask, before: record }).context
  const theirs = offersFor(kind, { world: model.world, record, actor, at, facts }).map((offer) =>
    [offer.command, offer.party?.role, offer.party?.unit].join(' '),
  )
  const ours = offeredIn(asAt(actor))
  const rare = ours.length > 0 && dice(4) > 0 ? rarest(ours, kind, drawing) : undefined
  const [command = '', role = '', unit = ''] = (
    rare ?? anyOf(commandsOf(kind, record), dice)
  ).split(' ')
  const party = role === '' ? undefined : { role, unit: Number(unit) }
  const own = record.parties.find((p) => p.role === role && p.unit === Number(unit))
  const where = { record, starting: false, party: own, ofParty: party !== undefined }
  const data = dataFor(commandIn(kind, where, command), drawing)
  return {
    doing: { ...ask, command, party, data },
    isOffered: ours.includes([command, role, unit].join(' ').trim()),
    wrong: unlike(theirs, ours),
  }
}

function recordDrawn({ model, dice }: Drawing): RecordState {
  const all = [...model.book.values()]
  const kind = one([...model.kinds.keys()], dice)
  const own = all.filter((record) => record.kind === kind)
  return must(one(own.length === 0 ? all : own, dice))
}

/** Rather somebody who has to do with the record than a stranger. */
function actorFor(kind: Kind, record: RecordState, { model, cast, dice }: Drawing): Actor {
  if (dice(12) === 0) return { by: 'link', record: dice(4) === 0 ? 'another' : record.id }
  if (dice(40) === 0) return { by: 'public' }
  if (dice(4) === 0) return by(one(cast.posts, dice))
  const units = new Set([
    ...todosIn(kind, model.world, record).map(({ unit }) => unit),
    ...record.parties.map(({ unit }) => unit),
    ...Object.values(record.fields).filter((value) => typeof value === 'number'),
  ])
  const near = cast.posts.filter(({ unit }) => units.has(unit))
  return by(one(near.length === 0 ? cast.posts : near, dice))
}

/** Drawn again, a few times, while there is little to be had from it. */
function drawn<T>(
  draw: () => T,
  { tries, isPoor }: { readonly tries: number; readonly isPoor: (one: T) => boolean },
): T {
  let found = draw()
  for (let left = tries; left > 0 && isPoor(found); left -= 1) found = draw()
  return found
}

/** Of what is offered rather what was seldom done so far. */
function rarest(offers: readonly string[], kind: Kind, { dice, count }: Drawing) {
  if (dice(3) === 0) return one(offers, dice)
  const mixed = offers
    .map((offer) => ({ offer, lot: dice(1000) }))
    .toSorted((a, b) => a.lot - b.lot)
    .map(({ offer }) => offer)
  const seldom = (offer: string) => count(`${kind.name} ${offer.split(' ').slice(0, 2).join(' ')}`)
  return mixed.toSorted((a, b) => seldom(a) - seldom(b))[0]
}

function anyOf(names: readonly string[], dice: Dice): string {
  return one(names, dice) ?? 'nothing'
}

function dataFor(command: Command | undefined, { model, cast, dice, now }: Drawing): Data {
  const known = {
    world: model.world,
    lists: cast.lists,
    units: [...new Set(cast.posts.map(({ unit }) => unit))],
    areas: cast.areas,
    posts: cast.posts.map(({ id }) => id),
    records: (of: string | undefined) =>
      [...model.book.values()].flatMap(({ id, kind }) =>
        of === undefined || kind === of ? [id] : [],
      ),
    now,
  }
  return inputFor(command?.input ?? {}, known, dice)
}

function placeAt({ world }: Model, code = 0): Place {
  return placeOf(world.directory, code) ?? { city: world.directory.city }
}

function by(post: Post | undefined): Actor {
  return post === undefined ? { by: 'public' } : { by: 'post', post }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is nothing to draw from')
  return value
}

function unlike(theirs: readonly string[], ours: readonly string[]): readonly string[] {
  const a = theirs.map((offer) => offer.trim()).toSorted()
  const b = ours.toSorted()
  return a.join() === b.join() ? [] : [`the engine offers ${a.join()}; the model ${b.join()}`]
}

/** Every command there is in a kind, of the record or of its parties, whoever may ask it. */
function commandsOf(kind: Kind, record: RecordState): readonly string[] {
  const own = Object.values(kind.states).flatMap(({ commands }) => Object.keys(commands ?? {}))
  const ofParties = record.parties.flatMap(({ role, unit }) =>
    Object.values(kind.parties?.[role]?.states ?? {}).flatMap(({ commands }) =>
      Object.keys(commands ?? {}).map((name) => `${name} ${role} ${unit}`),
    ),
  )
  return [...own, ...ofParties, 'take', 'putBack', 'handOn', 'reveal']
}
