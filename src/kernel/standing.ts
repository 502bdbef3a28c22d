import { isComplainedOf, maySee, relationsOf } from './access.ts'
import { type Actor, isOfSystem } from './actor.ts'
import type { Ask, Asked } from './ask.ts'
import { builtInCommands, builtInRules } from './built-in.ts'
import { todosOf } from './derive.ts'
import { isEnded, narrowest } from './directory.ts'
import { listOf, numberOf } from './field.ts'
import type { Command, Kind, Rule } from './kind.ts'
import { isOwner, ownDataCommands, ownDataRules, owner } from './own-data.ts'
import type { Party, RecordState } from './record.ts'
import { engineRefusal, type Refusal } from './refusal.ts'
import type { World } from './world.ts'

/** The command an ask names, where the record or the party stands now. */
export function commandOf(
  kind: Kind,
  at: {
    before: RecordState
    starting: boolean
    party: Party | undefined
    ask: { readonly command: string; readonly party?: Ask['party'] }
  },
): Command | undefined {
  const { before, starting, party, ask } = at
  if (starting) return kind.starts[ask.command]
  if (ask.party !== undefined)
    return party === undefined
      ? undefined
      : kind.parties?.[party.role]?.states[party.state]?.commands?.[ask.command]
  const state = kind.states[before.state]
  const own = state?.commands?.[ask.command]
  if (own !== undefined) return own
  if (ask.command === 'reveal')
    return (
      builtInCommands['reveal'] && {
        ...builtInCommands['reveal'],
        requires: kind.revealRequires ?? [],
      }
    )
  const data = ownDataCommands(kind)[ask.command]
  if (data !== undefined) return data
  return state?.is === 'working' ? builtInCommands[ask.command] : undefined
}

/** Relations of an actor, with those the engine makes: the party itself, a unit that is expected,
 *  one that may reveal. */
export function standingOf(
  kind: Kind,
  at: {
    world: World
    record: RecordState
    actor: Actor
    party?: Party | undefined
    /** The relations that matter, where not all do: who is expected takes time to work out. */
    of?: readonly string[]
  },
): ReadonlySet<string> {
  const relations = new Set(relationsOf(kind, at))
  const { actor, record, party } = at
  if (isOwner(kind, record, actor)) relations.add(owner)
  if (actor.by !== 'post' || relations.size === 0) return relations
  if (party?.unit === actor.post.unit) relations.add('self')
  if ((kind.reveal ?? []).some((name) => relations.has(name))) relations.add('reveals')
  if (at.of?.includes('expected') === false) return relations
  const units = todosOf(kind, at.world, record).map((todo) => todo.unit)
  if (units.includes(actor.post.unit)) relations.add('expected')
  return relations
}

/** Why this actor may not ask this here, whatever the rules say; undefined when they may. */
export function barring(
  kind: Kind,
  at: {
    world: World
    before: RecordState
    starting: boolean
    asked: Command | undefined
    ask: Ask
    party: Party | undefined
  },
): Refusal | undefined {
  const { world, before, asked, ask, party, starting } = at
  const of = asked?.by ?? []
  const relations = standingOf(kind, { world, record: before, actor: ask.actor, party, of })
  const system = isOfSystem(ask.actor.by) && relations.size > 0
  // Beside another party of one's role one sees the record, though one does not speak for that party.
  const seen =
    party === undefined ? relations : relationsOf(kind, { world, record: before, actor: ask.actor })
  if (!system && !starting && !maySee(kind, seen)) return engineRefusal('notVisible')
  if (asked === undefined) return engineRefusal('notOffered')
  if (!asked.by.some((name) => relations.has(name))) return engineRefusal('notAllowed')
  if (ask.actor.by === 'clock' && isStale(before, party, ask)) return engineRefusal('clockIsStale')
  const gone = system ? undefined : goneIn(asked, { world, starting, ask })
  if (gone !== undefined) return gone
  const fields = { ...before.fields, ...ask.input }
  const assigned = Object.entries(asked.input ?? {})
    .filter(([, field]) => field.assigns === true)
    .flatMap(([name]) => [numberOf(ask.input, name), ...listOf(ask.input, name)])
    .filter((unit) => typeof unit === 'number')
  return assigned.some((unit) => isComplainedOf(kind, fields, { world, unit }))
    ? engineRefusal('notToTheComplainedOf')
    : undefined
}

/** People give nothing to units and areas that are no more. What the system asks may have been sent
 *  before they ended; its record moves afterwards. */
function goneIn(
  asked: Command,
  { world, starting, ask }: { world: World; starting: boolean; ask: Ask },
): Refusal | undefined {
  const { directory } = world
  if (!directory.isDated) return undefined
  const place = starting && ask.fresh !== undefined ? [narrowest(ask.fresh.place)] : []
  const areas = [...place, ...numbersOf(asked, ask, ['area'])]
  const isGone = (one: { readonly to?: number | undefined } | undefined) =>
    one !== undefined && isEnded(directory, one)
  if (areas.some((code) => isGone(directory.areas.get(code)))) return engineRefusal('areaHasEnded')
  return numbersOf(asked, ask, ['unit', 'units']).some((id) => isGone(directory.units.get(id)))
    ? engineRefusal('unitHasEnded')
    : undefined
}

function numbersOf({ input = {} }: Command, ask: Ask, types: readonly string[]): readonly number[] {
  return Object.entries(input)
    .filter(([, { type }]) => types.includes(type))
    .flatMap(([name]) => [ask.input[name], ...listOf(ask.input, name)])
    .filter((value) => typeof value === 'number')
}

/** The first rule that does not hold, as a refusal. */
export function brokenRule(kind: Kind, asked: Command, context: Asked): Refusal | undefined {
  const broken = (asked.requires ?? []).find((name) => !ruleOf(kind, name)?.holds(context))
  if (broken === undefined) return undefined
  const rule = ruleOf(kind, broken)
  return {
    ok: false,
    refused: broken,
    says: rule?.says ?? broken,
    basis: rule?.basis,
    instead: rule?.instead,
    as: 'rule',
    leaves: leftBehind(kind, rule, context),
  }
}

/** Only what a person tried leaves a trace: the system tries nothing on anybody. */
function leftBehind(kind: Kind, rule: Rule | undefined, context: Asked): Refusal['leaves'] {
  if (rule?.leaves === undefined || context.actor.by !== 'post') return undefined
  const effects = kind.effects?.[rule.leaves]?.(context) ?? []
  return effects.filter((effect) => 'open' in effect)
}

/** A rule of the kind, or one the engine's own commands name. */
export function ruleOf(kind: Kind, name: string): Rule | undefined {
  return kind.rules[name] ?? builtInRules[name] ?? ownDataRules[name]
}

function isStale(record: RecordState, party: Party | undefined, { clock }: Ask): boolean {
  if (clock === undefined) return true
  const running = (party?.clocks ?? record.clocks)[clock.name]
  const stage = running?.stages.find((one) => !one.fired)
  return running?.pausedAt !== undefined || stage?.due !== clock.due
}
