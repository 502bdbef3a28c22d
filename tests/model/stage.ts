import { v5 } from 'uuid'
import type { Actor, Post, Role } from '../../src/kernel/actor.ts'
import { todosOf } from '../../src/kernel/derive.ts'
import type { Kind } from '../../src/kernel/kind.ts'
import type { RecordState } from '../../src/kernel/record.ts'
import { type Rehearsal, rehearse, type Step } from '../../src/kernel/rehearsal.ts'
import type { World } from '../../src/kernel/world.ts'
import { type Doing, type Model, tell } from './model.ts'
import { differences } from './comparing.ts'
import { todosIn } from './standing.ts'

/** One thing that happens in a story: somebody asks, or time goes by. The label names what the
 *  engine makes on the way, so that the rest of a story stays the same when a part is left out. */
export type Turn =
  | { readonly label: string; readonly doing: Doing }
  | { readonly label: string; readonly until: number }

export type Stage = {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly world: World
  readonly city: Rehearsal
  readonly model: Model
  label: string
  made: number
  /** Ids that were handed to the model in this turn, also for what it dropped again. */
  readonly given: Set<string>
  /** What the engine held after the last turn, by reference: nothing may be written unseen. */
  readonly seen: Map<string, RecordState>
}

export type Setting = {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly world: World
  readonly records: readonly RecordState[]
  /** Of kept words; as the model tells them, where nothing else is asked for. */
  readonly digest?: (text: string) => string
}

/** The engine and the model beside it, both with the same records. */
export function openStage(setting: Setting): Stage {
  const { kinds, world, records } = setting
  const nextId = () => idOf(stage.label, (stage.made += 1))
  const digest = setting.digest ?? ((text: string) => text)
  const city = rehearse({ kinds, world, records, nextId, nextNumber: nextId, digest })
  const book = new Map(records.map((record) => [record.id, record]))
  const stage: Stage = {
    kinds,
    world,
    city,
    model: { kinds, world, book, digest, named: (kind) => namedIn(stage, kind) },
    label: 'begin',
    made: 0,
    given: new Set(),
    seen: new Map(book),
  }
  return stage
}

/** Records the engine made in this turn that the model does not have yet. */
function freshIn({ city, label, made, model }: Stage): readonly RecordState[] {
  return Array.from({ length: made }, (_, index) => city.record(idOf(label, index + 1)))
    .filter((record) => record !== undefined)
    .filter(({ id }) => !model.book.has(id))
}

function namedIn(stage: Stage, kind: string): Pick<RecordState, 'id' | 'number'> {
  const asked = stage.made
  const found = freshIn(stage).find((record) => record.kind === kind && !stage.given.has(record.id))
  if (found === undefined) return { id: `${stage.label}/model ${asked} ${kind}`, number: '' }
  stage.given.add(found.id)
  return { id: found.id, number: found.number }
}

/** Ids of a turn follow from its label, whatever else is left out of a story. */
function idOf(label: string, n: number): string {
  return v5(`${label}/${n}`, space)
}

const space = '5b0c8f0e-6a0d-5c3b-9a53-7d1e2b6c9f10'

export type Played = {
  readonly steps: readonly Step[]
  /** What the engine and the model disagree about; empty when they are of one mind. */
  readonly wrong: readonly string[]
  readonly refused?: string | undefined
}

/** Lets something happen to both, and says in what they differ afterwards. */
export function playTurn(stage: Stage, turn: Turn): Played {
  stage.given.clear()
  stage.label = turn.label
  stage.made = 0
  return 'doing' in turn ? asked(stage, turn.doing) : waited(stage, turn.until)
}

function asked(stage: Stage, doing: Doing): Played {
  const told = stage.city.ask(doing)
  const refused = told.ok ? undefined : told.refused
  const outcome = tell(stage.model, doing)
  const verdict =
    outcome.refused === refused
      ? []
      : [`the engine says ${refused ?? 'yes'}, the model ${outcome.refused ?? 'yes'}`]
  const steps = told.ok ? told.steps : []
  return { steps, refused, wrong: [...verdict, ...compared(stage, outcome.touched)] }
}

/** Clocks ask in due order; each of their asks is told to the model, with what followed from it. */
function waited(stage: Stage, until: number): Played {
  const wrong: string[] = []
  const touched: string[] = []
  const steps = stage.city.until(until)
  for (const step of steps) {
    if (step.event.actor !== 'clock') continue
    const doing = clocked(step)
    // What ran out is the engine's to know: the model does not count time.
    if (step.before !== undefined) timed(stage, step.before)
    const outcome = tell(stage.model, doing)
    touched.push(...outcome.touched)
    if (outcome.refused !== undefined)
      wrong.push(`the clock asked ${doing.command}, the model says ${outcome.refused}`)
  }
  return { steps, wrong: [...wrong, ...compared(stage, touched)] }
}

function clocked({ kind, command, before, after, event }: Step): Doing {
  const { party } = event
  const own = before?.parties.find((one) => one.role === party?.role && one.unit === party.unit)
  const state =
    party === undefined
      ? kind.states[before?.state ?? '']
      : kind.parties?.[party.role]?.states[own?.state ?? '']
  const [name = ''] = Object.entries(state?.commands ?? {}).find(([, one]) => one === command) ?? []
  const { id, at } = { id: after.id, at: event.at }
  return { kind: kind.name, command: name, actor: { by: 'clock' }, at, record: id, party }
}

function compared(stage: Stage, touched: readonly string[]): readonly string[] {
  const { city, model, seen, kinds, world } = stage
  const wrong: string[] = []
  for (const id of new Set(touched)) {
    const theirs = city.record(id)
    const ours = model.book.get(id)
    if (theirs === undefined || ours === undefined) {
      wrong.push(`${id} is ${theirs === undefined ? 'not written' : 'unknown to the model'}`)
      continue
    }
    wrong.push(...differences(theirs, ours).map((one) => `${theirs.kind} ${id}: ${one}`))
    const kind = kinds.get(theirs.kind)
    if (kind !== undefined) {
      const expected = todosOf(kind, world, theirs)
        .map(({ unit, command, role, party }) => [unit, command, role, party].join(' '))
        .join()
      const own = todosIn(kind, world, ours)
        .map(({ unit, command, role, party }) => [unit, command, role, party].join(' '))
        .join()
      if (expected !== own) wrong.push(`${theirs.kind} ${id} to-dos: ${expected}; model: ${own}`)
    }
    timed(stage, theirs)
    seen.set(id, theirs)
  }
  for (const [id, before] of seen)
    if (city.record(id) !== before) wrong.push(`${before.kind} ${id} was written unseen`)
  for (const { id, kind } of freshIn(stage)) wrong.push(`${kind} ${id} was begun unseen`)
  return wrong
}

/** The model takes over how the engine's clocks stand, for the few rules that look at them. */
function timed({ model }: Stage, theirs: RecordState): void {
  const ours = model.book.get(theirs.id)
  if (ours === undefined) return
  const parties = ours.parties.map((party) => ({
    ...party,
    clocks:
      theirs.parties.find((one) => one.role === party.role && one.unit === party.unit)?.clocks ??
      party.clocks,
  }))
  model.book.set(theirs.id, { ...ours, clocks: theirs.clocks, parties })
}

export function postIn(unit: number, role: Role): Post {
  const of = (what: string) => v5(`${what} ${unit} ${role}`, space)
  return { id: of('post'), person: of('person'), unit, role }
}

export function actorWords(actor: Actor): string {
  return actor.by === 'post' ? `${actor.post.role} of ${actor.post.unit}` : actor.by
}
