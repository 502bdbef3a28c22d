import type { Actor } from '../../src/kernel/actor.ts'
import type { Place } from '../../src/kernel/directory.ts'
import type { Value, Values } from '../../src/kernel/field.ts'
import type { Command, Context, Effect, Kind, OpenEffect } from '../../src/kernel/kind.ts'
import type { RecordState } from '../../src/kernel/record.ts'
import type { World } from '../../src/kernel/world.ts'
import { act, commandIn, ruleIn } from './acting.ts'
import { factsIn } from './facts.ts'
import { isSeen, lineOf, mayAsk, todosIn } from './standing.ts'

/** What somebody does in a story. */
export type Doing = {
  readonly kind: string
  readonly command: string
  readonly actor: Actor
  readonly at: number
  readonly record?: string | undefined
  readonly party?: { readonly role: string; readonly unit: number } | undefined
  readonly place?: Place | undefined
  readonly data?: Readonly<Record<string, Value>>
}

export type Model = {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly world: World
  readonly book: Map<string, RecordState>
  /** Of kept words; as they are, where nothing else is said. */
  readonly digest?: ((text: string) => string) | undefined
  /** The id and number under which the engine keeps the next new record of a kind, if there is one. */
  readonly named: (kind: string) => Pick<RecordState, 'id' | 'number'>
}

export type Outcome = {
  /** The refusal's code; undefined where it was done. */
  readonly refused?: string | undefined
  /** Every record written, also by what followed. */
  readonly touched: readonly string[]
}

/** Does an ask in the model: all of it and what its effects open, or nothing; then what its effects
 *  tell other records, each for itself. */
export function tell(model: Model, doing: Doing): Outcome {
  const draft = new Map(model.book)
  const whole = decided({ ...model, book: draft }, doing)
  if (!whole.ok) {
    const left = whole.leaves.flatMap((effect) => {
      const place = model.book.get(doing.record ?? '')?.place ?? doing.place
      return tell(model, opening(effect, { ...doing, place }, doing.record ?? '')).touched
    })
    return { refused: whole.refused, touched: left }
  }
  for (const { id } of whole.written) {
    const record = draft.get(id)
    if (record !== undefined) model.book.set(id, record)
  }
  const told = whole.written.flatMap(({ id, sends }) =>
    sends.flatMap((effect) =>
      'ask' in effect
        ? tell(model, {
            kind: effect.kind,
            command: effect.command,
            actor: { by: 'effect', of: id },
            at: doing.at,
            record: effect.ask,
            data: effect.input,
          }).touched
        : [],
    ),
  )
  return { touched: [...whole.written.map(({ id }) => id), ...told] }
}

type Whole =
  | { readonly ok: true; readonly written: readonly Written[] }
  | { readonly ok: false; readonly refused: string; readonly leaves: readonly OpenEffect[] }
type Written = { readonly id: string; readonly sends: readonly Effect[] }

const refusal = (refused: string, leaves: readonly OpenEffect[] = []): Whole => ({
  ok: false,
  refused,
  leaves,
})

function decided(model: Model, doing: Doing): Whole {
  const { kinds, book } = model
  const kind = kinds.get(doing.kind)
  const before = doing.record === undefined ? undefined : book.get(doing.record)
  if (kind === undefined || (doing.record !== undefined && before === undefined))
    return refusal('notVisible')
  const at = askedAt(model, kind, { doing, before })
  const verdict = judged(kind, at)
  if (typeof verdict === 'object') return verdict
  if (at.command === undefined) return refusal('notOffered')
  const tried = act(kind, at.command, at.context).record
  if (givesToKeptOut(kind, model.world, { before: at.context.record, after: tried }))
    return refusal('notToTheComplainedOf')
  if (isNobodys(kind, model.world, tried)) return refusal('somebodyIsExpected')
  // What a beginning tells other records names the record that began.
  const given = before === undefined ? model.named(kind.name) : undefined
  const named = given === undefined ? {} : { id: given.id, number: given.number }
  const own = { ...at.context, record: { ...at.context.record, ...named } }
  const acted = act(kind, at.command, own)
  const { record } = acted
  if (claimIsHeld(kind, book, record)) return refusal('claimTaken')
  book.set(record.id, record)
  const written: Written[] = [{ id: record.id, sends: acted.effects }]
  for (const effect of acted.effects) {
    if ('ask' in effect) continue
    const more = decided(model, opening(effect, { ...doing, place: record.place }, record.id))
    if (!more.ok) return refusal(more.refused)
    written.push(...more.written)
  }
  return { ok: true, written }
}

function opening(effect: OpenEffect, { at, place }: Doing, of: string): Doing {
  return {
    kind: effect.open,
    command: effect.command,
    actor: { by: 'effect', of },
    at,
    place: effect.place ?? place,
    data: { ...effect.input, ...effect.words },
  }
}

type At = {
  readonly command: Command | undefined
  readonly doing: Doing
  readonly context: Context
}

export function askedAt(
  { world, book, digest = (text) => text }: Pick<Model, 'world' | 'book' | 'digest'>,
  kind: Kind,
  { doing, before }: { doing: Doing; before: RecordState | undefined },
): At {
  const { party: named, actor, at, place = { city: 0 } } = doing
  const record = before ?? blank(kind.name, place, at)
  const party = record.parties.find((one) => one.role === named?.role && one.unit === named.unit)
  const starting = before === undefined
  const where = { record, starting, party, ofParty: named !== undefined }
  const command = commandIn(kind, where, doing.command)
  const { input, words } = typed(command, doing.data ?? {}, digest)
  const known = { record, starting, input, words, actor, at, world, party }
  return { command, doing, context: { ...known, facts: factsIn(kind, book.values(), known) } }
}

/** A refusal, or undefined when the ask may go on. */
function judged(kind: Kind, { command, doing, context }: At): Whole | undefined {
  const { record, actor, world, party, starting } = context
  const stand = { kind, world, record, actor, party }
  const isSystem = ['clock', 'effect', 'courier'].includes(actor.by)
  if (!isSystem && !starting && !isSeen(stand)) return refusal('notVisible')
  if (command === undefined) return refusal('notOffered')
  if (!mayAsk(command, stand)) return refusal('notAllowed')
  const given = Object.entries(command.input ?? {})
    .filter(([, field]) => field.assigns === true)
    .flatMap(([name]) => [doing.data?.[name]].flat())
  if (
    given.some((unit) =>
      isKeptOut({ kind, world, fields: { ...record.fields, ...context.input } }, unit),
    )
  )
    return refusal('notToTheComplainedOf')
  for (const name of command.requires ?? []) {
    const rule = ruleIn(kind, name)
    if (rule?.holds(context) === true) continue
    const maker = rule?.leaves === undefined ? undefined : kind.effects?.[rule.leaves]
    const left = actor.by === 'post' ? (maker?.(context) ?? []) : []
    return refusal(
      name,
      left.filter((effect) => 'open' in effect),
    )
  }
  return undefined
}

function isKeptOut(
  { kind, world, fields }: { kind: Kind; world: World; fields: Values },
  unit: unknown,
): boolean {
  const complained = kind.complainedOf === undefined ? undefined : fields[kind.complainedOf]
  return (
    typeof unit === 'number' &&
    typeof complained === 'number' &&
    lineOf(world, unit).includes(complained)
  )
}

function givesToKeptOut(
  kind: Kind,
  world: World,
  { before, after }: { before: RecordState; after: RecordState },
): boolean {
  const name = kind.complainedOf
  if (name === undefined) return false
  const isSame = before.fields[name] === after.fields[name]
  const known = isSame ? unitsOf(kind, before) : []
  return unitsOf(kind, after).some(
    (unit) => !known.includes(unit) && isKeptOut({ kind, world, fields: after.fields }, unit),
  )
}

/** True for a working record about which nobody is expected to do anything. */
function isNobodys(kind: Kind, world: World, record: RecordState): boolean {
  return kind.states[record.state]?.is === 'working' && todosIn(kind, world, record).length === 0
}

function unitsOf(kind: Kind, record: RecordState): readonly unknown[] {
  const seats = Object.values(kind.seats).flatMap(({ is }) =>
    'field' in is ? [record.fields[is.field]] : [],
  )
  return [...seats, ...record.parties.map(({ unit }) => unit)]
}

function claimIsHeld(kind: Kind, book: ReadonlyMap<string, RecordState>, own: RecordState) {
  const keys = claimed(kind, own)
  if (keys.length === 0) return false
  return [...book.values()].some(
    (other) =>
      other.id !== own.id &&
      other.kind === own.kind &&
      claimed(kind, other).some((key) => keys.includes(key)),
  )
}

export function claimed(kind: Kind, record: RecordState): readonly string[] {
  if (record.state === 'takenBack') return []
  const isOver = kind.states[record.state]?.is === 'end'
  return Object.entries(kind.claims ?? {}).flatMap(([name, claim]) => {
    if (isOver && claim.while === 'open') return []
    if (claim.states?.includes(record.state) === false) return []
    const values = claim.fields.map((field) => record.fields[field])
    const isWhole = values.every((value) => value !== undefined && value !== null && value !== '')
    return isWhole ? [JSON.stringify([name, ...values])] : []
  })
}

function blank(kind: string, place: Place, at: number): RecordState {
  const nothing = { fields: {}, parties: [], clocks: {}, takers: {}, counted: {} }
  const names = { id: '', number: '', title: '', state: '' }
  return { ...names, kind, place, version: 0, ...nothing, openedAt: at }
}

/** Words are kept apart from the record, which holds their digest; what is counted apart is nowhere. */
function typed(
  command: Command | undefined,
  data: Readonly<Record<string, Value>>,
  digest: (text: string) => string,
) {
  const input: Record<string, Value> = {}
  const words: Record<string, string> = {}
  for (const [name, value] of Object.entries(data)) {
    const field = command?.input?.[name]
    if (field === undefined || field.apart === true) continue
    const isEmpty = value === null || value === ''
    const isText = field.type === 'text' || field.type === 'long'
    if (isText && typeof value === 'string' && !isEmpty) {
      words[name] = value
      input[name] = { content: '', digest: digest(value) }
    } else input[name] = isEmpty ? null : value
  }
  return { input, words }
}
