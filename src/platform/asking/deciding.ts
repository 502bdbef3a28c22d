import type { Actor } from '../../kernel/actor.ts'
import { committeeFor } from '../../kernel/area-tree.ts'
import type { Ask } from '../../kernel/ask.ts'
import { decide } from '../../kernel/decide.ts'
import type { Kind, OpenEffect } from '../../kernel/kind.ts'
import { factsOf } from '../../kernel/offers.ts'
import { partyOf, recordToBegin, type RecordState } from '../../kernel/record.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { commandOf } from '../../kernel/standing.ts'
import { dayOf } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { EffectRow, ParcelRow } from '../store/commit-parts.ts'
import { type FactsAt, loadFacts, restsOn } from '../store/facts.ts'
import type { Step } from '../store/step.ts'
import { preparedOpening, sentEffect } from './effects.ts'
import { postedParcels } from './parcels.ts'
import type { AskDeps, Prepared } from './types.ts'

/** An ask with all that the kernel wants to know. */
export type Case = {
  readonly kind: Kind
  readonly world: World
  readonly record: RecordState | undefined
  readonly ask: Ask
  readonly prepared: Prepared
  readonly openedBy?: string | undefined
}

export type Decided = {
  readonly ok: true
  /** The step of the record asked, then those of the records opened. */
  readonly steps: readonly Step[]
  readonly effects: readonly EffectRow[]
  readonly parcels: readonly ParcelRow[]
  readonly rests: readonly { readonly id: string; readonly version: number }[]
}

/** Opening that opens in turn ends somewhere, or a kind is at fault. */
const deepest = 8

/**
 * Decides an ask and, with it, everything its effects open: one whole, of which a single refusal
 * refuses all.
 */
export async function decideWhole(deps: AskDeps, at: Case, depth = 0): Promise<Decided | Refusal> {
  if (depth > deepest) throw new Error(`effects of ${at.kind.name} open without end`)
  const facts = await factsFor(deps, at)
  const decision = decide(at.kind, { world: at.world, record: at.record, facts }, at.ask)
  if (!decision.ok) return decision
  const { record, event, command } = decision
  const { kind, prepared, openedBy } = at
  const step: Step = { kind, before: at.record, record, event, command, prepared, openedBy }
  const effects = decision.effects.flatMap((effect, index) =>
    'ask' in effect ? [sentEffect(deps, effect, { step, index })] : [],
  )
  const parcels = await postedParcels(deps, decision.parcels, step)
  const whole = { steps: [step], effects: [...effects], parcels, rests: [...restsOn(facts)] }
  for (const effect of decision.effects) {
    if ('ask' in effect) continue
    const opened = await opening(deps, effect, { from: step, at, depth })
    if (!opened.ok) return opened
    whole.steps.push(...opened.steps)
    whole.effects.push(...opened.effects)
    whole.parcels.push(...opened.parcels)
    whole.rests.push(...opened.rests)
  }
  return { ok: true, ...whole }
}

async function opening(
  deps: AskDeps,
  effect: OpenEffect,
  { from, at, depth }: { from: Step; at: Case; depth: number },
): Promise<Decided | Refusal> {
  const { kind, prepared, place } = await preparedOpening(deps, effect, from)
  const instant = at.ask.at
  const ask: Ask = {
    id: at.ask.id,
    command: effect.command,
    actor: { by: 'effect', of: from.record.id },
    at: instant,
    input: prepared.input,
    words: prepared.words,
    fresh: { id: deps.newId(), number: deps.nextNumber(instant), place },
  }
  const { world } = at
  const openedBy = from.record.id
  return decideWhole(deps, { kind, world, record: undefined, ask, prepared, openedBy }, depth + 1)
}

async function factsFor(deps: AskDeps, { kind, world, record, ask }: Case) {
  const before = record ?? recordToBegin(kind.name, ask)
  const party = ask.party && partyOf(before, ask.party.role, ask.party.unit)
  const starting = record === undefined
  const command = commandOf(kind, { before, starting, party, ask })
  const names = command === undefined ? [] : factsOf(kind, command)
  if (names.length === 0) return {}
  const { registry } = deps
  const place = before.place.city === 0 ? { city: world.directory.city } : before.place
  return loadFacts(deps.db, {
    registry,
    kind,
    names,
    record: { ...before, place },
    input: ask.input,
    ...whoAsks(world, ask.actor),
    today: dayOf(ask.at),
    figures: deps.figures,
    readings: deps.readings,
    holders: deps.holders,
  })
}

/** The unit of a post that asks, for facts that look from there. */
export function whoAsks(world: World, actor: Actor): Pick<FactsAt, 'asker'> {
  if (actor.by !== 'post') return {}
  const { unit } = actor.post
  const area = world.directory.units.get(unit)?.area
  if (area === undefined) return {}
  return { asker: { unit, area, committee: committeeFor(world.directory, unit) } }
}
