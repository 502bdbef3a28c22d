import type { Actor } from '../../src/kernel/actor.ts'
import { builtInCommands } from '../../src/kernel/built-in.ts'
import { ownDataCommands } from '../../src/kernel/own-data.ts'
import type { Place } from '../../src/kernel/directory.ts'
import type { Context, Kind } from '../../src/kernel/kind.ts'
import type { RecordState } from '../../src/kernel/record.ts'
import { commandIn, ruleIn } from './acting.ts'
import { askedAt, type Model } from './model.ts'
import { isSeen, mayAsk } from './standing.ts'

type Offering = {
  readonly kind: Kind
  readonly model: Model
  readonly actor: Actor
  readonly at: number
  readonly record: RecordState | undefined
  readonly place: Place
}

/** 'command role unit' of everything this actor may ask of a record now, as far as can be said
 *  before anything is typed. */
export function offeredIn(at: Offering): readonly string[] {
  const { kind, record } = at
  const state = record && kind.states[record.state]
  if (record === undefined || state === undefined) return []
  const context = contextOf(at)
  const shared = state.is === 'working' ? Object.keys(builtInCommands) : ['reveal']
  const own = new Set([
    ...Object.keys(state.commands ?? {}),
    ...shared,
    ...Object.keys(ownDataCommands(kind)),
  ])
  const ofRecord = [...own].filter((name) => isOffered(kind, name, context))
  const ofParties = record.parties.flatMap((party) => {
    const within = kind.parties?.[party.role]?.states[party.state]?.commands
    return Object.keys(within ?? {})
      .filter((name) => isOffered(kind, name, { ...context, party }))
      .map((name) => `${name} ${party.role} ${party.unit}`)
  })
  return [...ofRecord, ...ofParties]
}

/** The ways this actor may begin a record of the kind at a place. */
export function startsIn(at: Offering): readonly string[] {
  const context = contextOf(at)
  return Object.keys(at.kind.starts).filter((name) => isOffered(at.kind, name, context))
}

function contextOf({ kind, model, actor, at, record: before, place }: Offering): Context {
  const doing = { kind: kind.name, command: '', actor, at, place }
  return askedAt(model, kind, { doing, before }).context
}

function isOffered(kind: Kind, name: string, context: Context): boolean {
  const { record, starting, world, actor, party } = context
  const where = { record, starting, party, ofParty: party !== undefined }
  const command = commandIn(kind, where, name)
  const stand = { kind, world, record, actor, party }
  if (command === undefined || !mayAsk(command, stand)) return false
  if (!starting && !isSeen(stand)) return false
  return (command.requires ?? []).every((rule) => {
    const declared = ruleIn(kind, rule)
    return declared?.input === true || declared?.holds(context) === true
  })
}
