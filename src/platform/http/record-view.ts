import type { Actor } from '../../kernel/actor.ts'
import { responsibleUnit, todosOf } from '../../kernel/derive.ts'
import { narrowest, pathText, unitName } from '../../kernel/directory.ts'
import type { Field, Value } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { EventRecord, RecordState } from '../../kernel/record.ts'
import type { Withheld } from '../../kernel/offers.ts'
import { standingOf } from '../../kernel/standing.ts'
import { spokenIn } from '../asking/spoken.ts'
import { loadBeside } from '../store/beside.ts'
import { eventIn } from '../store/events.ts'
import type { CityState } from '../world/city-state.ts'
import { clockView } from './clock-view.ts'
import type { HttpDeps } from './deps.ts'
import { looksAtBallot } from './ballots/at-ballot.ts'
import { mayHandOut } from './handed-out.ts'
import { refusedViews } from './effect-routes.ts'
import { fieldViews } from './field-view.ts'
import { commandRecording, fieldNamed, labelOfCommand } from './kind-commands.ts'
import { judgedOffers } from './offer-view.ts'
import { parcelViews, refusedParcels } from './parcel-views.ts'
import { dueNow } from './party-cells.ts'
import { linkViews } from './record-links.ts'
import { referred } from './readable.ts'
import { type Loaded, loadReferences, type Wanted } from './references.ts'
import { timeline } from './timeline.ts'
import { cityIso, maybeIso } from './wire.ts'

export type ViewAt = {
  readonly kind: Kind
  readonly record: RecordState
  readonly actor: Actor
  readonly state: CityState
}

type Full = ViewAt & {
  readonly relations: ReadonlySet<string>
  readonly loaded: Loaded
  readonly now: number
}

/** Everything one actor may know of a record, and what they may do next. */
export async function recordView(deps: HttpDeps, at: ViewAt) {
  const { kind, record, actor, state } = at
  const unit = actor.by === 'post' ? actor.post.unit : undefined
  const [beside, { offers, withheld }, unsent, sent] = await Promise.all([
    loadBeside(deps.db, { city: state.city, record: record.id, upTo: record.version, unit }),
    judgedOffers(deps, at),
    refusedParcels(deps, { record: record.id, actor, state }, kind),
    parcelViews(deps, { kind, record: record.id, state }),
  ])
  const own = spokenIn(deps.keys, kind, beside)
  const clear = new Map(own.map((said) => [said.id, said.clear]))
  const events = beside.events.map((row) => eventIn(row, clear))
  const { links } = beside
  const relations = standingOf(kind, { world: state.world, record, actor })
  const wanted = wantedOf(kind, record, {
    inputs: events.flatMap((event) => saidBy(kind, event)),
    posts: [...events.map((event) => event.post), ...Object.values(record.takers)],
    records: links.map((link) => link.other),
  })
  const loaded = await loadReferences(deps, wanted, { state, actor, own })
  const full: Full = { ...at, relations, loaded, now: deps.now() }
  return {
    record: head(full),
    handsOut: mayHandOut(kind, relations),
    votes: looksAtBallot(kind, relations),
    documents: Object.entries(kind.documents ?? {}).map(([name, { label }]) => ({ name, label })),
    fields: fieldViews(kind.fields, record.fields, { ...full, known: loaded.known }),
    parties: parties(full),
    clocks: Object.entries(kind.clocks ?? {}).flatMap(([name, clock]) => {
      const running = record.clocks[name]
      const view =
        running && clockView({ name, clock, running }, { world: state.world, now: full.now })
      return view === undefined ? [] : [view]
    }),
    expected: expected(full, withheld),
    refused: [
      ...refusedViews(beside.refused, kind).map((one) => ({
        ...one,
        label: labelOfCommand(kind, one.asks),
      })),
      ...unsent,
    ],
    sent,
    offers,
    timeline: timeline(events, { kind, relations, known: loaded.known, actors: loaded.actors }),
    links: linkViews(deps, links, full),
  }
}

/** All that an event was told or set: its words are those of its time. */
function saidBy(kind: Kind, { type, party, input, change }: EventRecord) {
  const asked = commandRecording(kind, type, party?.role)?.input ?? {}
  const set = [change.fields ?? {}, ...(change.parties ?? []).map(({ fields }) => fields)]
  return [
    ...Object.entries(input).map(([name, value]) => [asked[name], value] as const),
    ...set.flatMap((fields) =>
      Object.entries(fields).map(([name, value]) => [fieldNamed(kind, name), value] as const),
    ),
  ]
}

function head({ kind, record, state }: Full) {
  const { world } = state
  const { directory } = world
  const here = kind.states[record.state]
  const unit = responsibleUnit(kind, world, record)
  const { place } = record
  return {
    id: record.id,
    kind: kind.name,
    kindLabel: kind.label,
    number: record.number,
    title: record.title,
    state: record.state,
    stateLabel: here?.label ?? record.state,
    is: here?.is ?? 'working',
    step: here?.step,
    steps: stepsOf(kind),
    place: {
      path: pathText(directory, place),
      district: place.district,
      street: place.street,
      community: place.community,
      area: narrowest(place),
    },
    version: record.version,
    openedAt: cityIso(record.openedAt),
    closedAt: maybeIso(record.closedAt),
    responsible: unit === 0 ? undefined : { id: unit, name: unitName(directory, unit) },
    demo: state.demo,
  }
}

/** The steps of a kind, each named by the first state in it where somebody is at work. */
export function stepsOf(kind: Kind): readonly { label: string; step: number }[] {
  const steps = new Map<number, string>()
  const states = Object.values(kind.states)
  const inOrder = [...states.filter(({ is }) => is === 'working'), ...states]
  for (const { step, label } of inOrder)
    if (step !== undefined && !steps.has(step)) steps.set(step, label)
  return [...steps].map(([step, label]) => ({ label, step })).toSorted((a, b) => a.step - b.step)
}

function parties(full: Full) {
  const { kind, record, state, loaded, relations, now } = full
  return record.parties.map((party) => {
    const declared = kind.parties?.[party.role]
    const fields = Object.fromEntries(
      Object.keys(party.fields).flatMap((name) => {
        const field = fieldNamed(kind, name)
        return field === undefined ? [] : [[name, field]]
      }),
    )
    const clocks = Object.entries(declared?.clocks ?? {}).flatMap(([name, clock]) => {
      const running = party.clocks[name]
      return running === undefined
        ? []
        : (clockView({ name, clock, running }, { world: state.world, now }) ?? [])
    })
    const due = dueNow(kind, party)
    return {
      role: party.role,
      roleLabel: declared?.label ?? party.role,
      unit: { id: party.unit, name: unitName(state.world.directory, party.unit) },
      state: party.state,
      stateLabel: declared?.states[party.state]?.label ?? party.state,
      is: declared?.states[party.state]?.is ?? 'working',
      joinedAt: cityIso(party.joinedAt),
      due: maybeIso(due),
      late: declared?.states[party.state]?.is === 'working' && due !== undefined && due < now,
      clocks,
      fields: fieldViews(fields, party.fields, { ...full, relations, known: loaded.known }),
    }
  })
}

function expected(
  { kind, record, state, loaded, actor, now }: Full,
  withheld: readonly Withheld[],
) {
  return todosOf(kind, state.world, record).map((todo) => {
    const commands =
      todo.role === ''
        ? kind.states[record.state]?.commands
        : kind.parties?.[todo.role]?.states[
            record.parties.find((p) => p.role === todo.role && p.unit === todo.party)?.state ?? ''
          ]?.commands
    const taker = todo.taker === undefined ? undefined : loaded.actors.get(todo.taker)
    const own = actor.by === 'post' && actor.post.unit === todo.unit
    const not = withheld.find(
      ({ command, party }) =>
        own &&
        command === todo.command &&
        (party?.role ?? '') === todo.role &&
        (party?.unit ?? 0) === todo.party,
    )
    return {
      unit: { id: todo.unit, name: unitName(state.world.directory, todo.unit) },
      command: todo.command,
      commandLabel: commands?.[todo.command]?.label ?? todo.command,
      due: maybeIso(todo.due),
      provisional: todo.provisional,
      late: todo.due !== undefined && todo.due < now,
      taker: todo.taker === undefined ? undefined : { post: todo.taker, name: taker?.name ?? '' },
      mine: own && (todo.taker === undefined || todo.taker === actor.post.id),
      party: todo.role === '' ? undefined : { role: todo.role, unit: todo.party },
      notYet: not === undefined ? undefined : { says: not.says, instead: not.instead },
    }
  })
}

function wantedOf(
  kind: Kind,
  record: RecordState,
  more: {
    inputs: readonly (readonly [Field | undefined, Value])[]
    posts: readonly string[]
    records: readonly string[]
  },
): Wanted {
  const own = Object.entries(record.fields).map(
    ([name, value]) => [kind.fields[name], value] as const,
  )
  const ofParties = record.parties.flatMap((party) =>
    Object.entries(party.fields).map(([name, value]) => [fieldNamed(kind, name), value] as const),
  )
  const all = [...own, ...ofParties, ...more.inputs].flatMap(([field, value]) =>
    field === undefined ? [] : [[field, value] as const],
  )
  const found = referred(all)
  return {
    texts: found.texts,
    contacts: found.contacts,
    posts: [...found.posts, ...more.posts],
    records: [...found.records, ...more.records],
  }
}
