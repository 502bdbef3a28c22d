import { givesToTheComplainedOf, isSharedWith } from './access.ts'
import type { Ask, Asked, Decision, Standing } from './ask.ts'
import { changed, eventOf, moves, withClocks } from './changing.ts'
import { builtInSetters } from './built-in.ts'
import { countedNow, todosOf } from './derive.ts'
import type { Command, Kind } from './kind.ts'
import { ownDataSetters } from './own-data.ts'
import { isParcel } from './parcel.ts'
import { evolve, partyOf, recordToBegin } from './record.ts'
import { engineRefusal } from './refusal.ts'
import { relocated } from './relocating.ts'
import { barring, brokenRule, commandOf } from './standing.ts'
import { isPractised, worldAt } from './world.ts'

/** Decides what an ask does to a record: one event, or a refusal. Reads its arguments only. */
export function decide(kind: Kind, standing: Standing, ask: Ask): Decision {
  const world = worldAt(standing.world, ask.at)
  if (ask.command === 'relocate' && ask.actor.by === 'effect')
    return relocated(kind, { ...standing, world }, ask)
  const before = standing.record ?? recordToBegin(kind.name, ask)
  const starting = standing.record === undefined
  if (starting && !isPractised(world, kind, ask.at)) return engineRefusal('practiceIsOn')
  const party = ask.party && partyOf(before, ask.party.role, ask.party.unit)
  const asked = commandOf(kind, { before, starting, party, ask })
  const context: Asked = {
    record: before,
    starting,
    input: ask.input,
    words: ask.words,
    actor: ask.actor,
    at: ask.at,
    world,
    facts: standing.facts,
    party,
    ask,
  }
  const barred = barring(kind, { world, before, starting, asked, ask, party })
  if (barred !== undefined) return barred
  if (asked === undefined) return engineRefusal('notOffered')
  const broken = brokenRule(kind, asked, context)
  if (broken !== undefined) return broken
  return outcome(kind, asked, context)
}

function outcome(kind: Kind, asked: Command, context: Asked): Decision {
  const { record: before, ask, party } = context
  const settings = (asked.sets ?? []).map(
    (name) =>
      (kind.setters?.[name] ?? builtInSetters[name] ?? ownDataSetters[name])?.(context) ?? {},
  )
  const base = eventOf(before, asked, ask)
  const set = changed(kind, asked, { context, settings })
  const held = evolve(before, { ...base, change: set })
  const heldParty = party && partyOf(held, party.role, party.unit)
  const moved = moves(kind, asked, { ...context, record: held, party: heldParty })
  const change = withClocks(kind, { context, settings, set, moved, event: asked.records })
  const isEnd = kind.states[moved.state]?.is === 'end'
  const closing =
    isEnd && before.closedAt === undefined
      ? { closedAt: ask.at }
      : !isEnd && before.closedAt !== undefined
        ? { closedAt: null }
        : {}
  const draft = { ...base, change: { ...change, ...closing } }
  const drafted = evolve(before, draft)
  const counted = countedNow(kind, drafted)
  const same = sameCounts(counted, before.counted)
  const event = same ? draft : { ...draft, change: { ...draft.change, counted } }
  const after = same ? drafted : { ...drafted, counted }
  // What a neighbouring city begins here is shared with that city and with no other.
  if (ask.actor.by === 'courier' && !isSharedWith(kind, after, ask.actor.city))
    return engineRefusal('notAllowed')
  if (givesToTheComplainedOf(kind, context.world, { before, after }))
    return engineRefusal('notToTheComplainedOf')
  if (
    kind.states[after.state]?.is === 'working' &&
    todosOf(kind, context.world, after).length === 0
  )
    return engineRefusal('somebodyIsExpected')
  const ending = {
    ...context,
    record: after,
    party: party && partyOf(after, party.role, party.unit),
  }
  const made = (asked.effects ?? []).flatMap((name) => kind.effects?.[name]?.(ending) ?? [])
  const [effects, parcels] = [made.filter((one) => !isParcel(one)), made.filter(isParcel)]
  return { ok: true, record: after, event, effects, parcels, command: asked }
}

function sameCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length &&
    Object.entries(a).every(([name, n]) => b[name] === n)
  )
}
