import { dueOf, responsibleUnit } from '../../kernel/derive.ts'
import { pathText } from '../../kernel/directory.ts'
import { listOf } from '../../kernel/field.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import { type EventRecord, evolve, type RecordState, unopenedRecord } from '../../kernel/record.ts'
import { dayOf, momentText, yearOf } from '../../kernel/time.ts'
import { erasedMark } from '../../kernel/own-data.ts'
import { standingOf } from '../../kernel/standing.ts'
import { loadEvents } from '../store/events.ts'
import type { HttpDeps } from './deps.ts'
import { fieldViews, fileView } from './field-view.ts'
import { commandRecording } from './kind-commands.ts'
import { lookedAt, ownMask } from './looked-at.ts'
import { offerViews } from './offer-view.ts'
import { referred } from './readable.ts'
import { stepsOf } from './record-view.ts'
import { loadReferences } from './references.ts'
import type { CityState } from '../world/city-state.ts'
import { cityOf } from './who.ts'
import { cityIso } from './wire.ts'

/** A record as the person who brought it sees it: in plain words, and nothing of the inside. */
export async function publicView(deps: HttpDeps, record: RecordState) {
  const state = cityOf(deps)
  const { world } = state
  const kind = residentsKind(deps)
  const actor: Actor = { by: 'link', record: record.id }
  const [events, offers] = await Promise.all([
    loadEvents(deps, { city: state.city, record: record.id, upTo: record.version }),
    offerViews(deps, { kind, record, actor, state }),
  ])
  const relations = standingOf(kind, { world, record, actor })
  const values = Object.entries(kind.fields).map(
    ([name, field]) => [field, record.fields[name]] as const,
  )
  const { known } = await loadReferences(deps, referred(values), { state, actor })
  const at = { kind, record, actor, state, relations, known, now: deps.now() }
  const fields = new Map(
    fieldViews(kind.fields, record.fields, at).map((field) => [field.name, field]),
  )
  const text = (name: string) => fields.get(name)?.text
  const here = kind.states[record.state]
  const { residents } = deps
  const answered = (here?.step ?? 0) >= residents.answeredFrom
  const unit = responsibleUnit(kind, world, record)
  return {
    number: record.number,
    title: record.title,
    detail: text('detail'),
    spot: text('spot'),
    complained: text('complained'),
    photos: ownPhotos(record, events),
    place: pathText(world.directory, record.place),
    state: record.state,
    stateLabel: here?.plain ?? here?.label ?? record.state,
    is: here?.is ?? 'working',
    steps: stepViews(kind, { events, record, words: residents.steps }),
    due: dueWords(kind, record, deps.now()),
    handler: unit === 0 ? undefined : world.directory.units.get(unit)?.name,
    answer: answered ? text(residents.answer) : undefined,
    ground: text('ground'),
    turnTo: text('turnTo'),
    judged: text('solved'),
    openedAt: cityIso(record.openedAt),
    timeline: plainTimeline(kind, events),
    contact: ownMask(kind, record, known),
    erased: record.fields[erasedMark] !== undefined,
    looked: await lookedAt(deps, events),
    offers: offers.map(({ command, label, plain, input, grave }) => ({
      command,
      label: plain ?? label,
      input,
      grave,
    })),
    slip: slipOf(record, state),
    demo: state.demo,
  }
}

/** What the resident keeps: enough to be found again. */
function slipOf({ number, openedAt, place, title }: RecordState, state: CityState) {
  const where = pathText(state.world.directory, place)
  return { number, openedAt: cityIso(openedAt), place: where, title, city: state.name }
}

export function residentsKind(deps: HttpDeps): Kind {
  const kind = deps.registry.get(deps.residents.kind)
  if (kind === undefined) throw new Error(`no kind ${deps.residents.kind} for residents`)
  return kind
}

/** When the resident may expect the next thing, in words; nothing while no clock runs. */
export function dueWords(kind: Kind, record: RecordState, now: number): string | undefined {
  const due = dueOf(kind, record)
  if (due === undefined || kind.states[record.state]?.is !== 'working') return undefined
  const moment = momentText(due, yearOf(dayOf(now)))
  return due < now ? `应在 ${moment} 前办结，现已超时` : `${moment} 前办结`
}

/** What came with it and what the person added later; not what officials added. */
function ownPhotos(record: RecordState, events: readonly EventRecord[]) {
  const later = events.filter(({ actor }) => actor === 'link').map(({ input }) => input)
  return [record.fields, ...later].flatMap((values) => listOf(values, 'photos').flatMap(fileView))
}

type Steps = {
  readonly events: readonly EventRecord[]
  readonly record: RecordState
  readonly words: readonly string[]
}

function stepViews(kind: Kind, { events, record, words }: Steps) {
  const reachedAt = new Map<number, number>()
  for (const event of events) {
    const step = event.change.state && kind.states[event.change.state]?.step
    if (typeof step === 'number' && !reachedAt.has(step)) reachedAt.set(step, event.at)
  }
  const now = kind.states[record.state]?.step ?? 0
  return stepsOf(kind).map(({ label, step }) => {
    const at = step <= now ? reachedAt.get(step) : undefined
    return {
      label: words[step - 1] ?? label,
      at: at === undefined ? undefined : cityIso(at),
      done: step < now || (step === now && record.closedAt !== undefined),
      now: step === now,
    }
  })
}

/** Only what has plain words: a command the resident may take or is told of, or a new state. */
function plainTimeline(kind: Kind, events: readonly EventRecord[]) {
  const told: { at: string; says: string }[] = []
  let record: RecordState | undefined
  for (const event of events) {
    const before = record?.state
    record = evolve(record ?? unopenedRecord({ openedAt: event.at }), event)
    const command = commandRecording(kind, event.type, event.party?.role)
    const moved = before !== record.state ? kind.states[record.state]?.plain : undefined
    const own =
      event.actor === 'link' ? command?.says.replaceAll(/[:：]?\{[^{}]+\}/gu, '') : undefined
    const says = moved ?? own ?? (event.party === undefined ? command?.plain : undefined)
    if (says !== undefined) told.push({ at: cityIso(event.at), says })
  }
  return told
}
