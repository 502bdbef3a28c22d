import type { Actor } from '../../kernel/actor.ts'
import type { Fields } from '../../kernel/field.ts'
import type { Command, Kind } from '../../kernel/kind.ts'
import {
  factsForOffers,
  type Offer,
  offersAndWithheld,
  offersFor,
  type Withheld,
} from '../../kernel/offers.ts'
import { partyOf, type RecordState } from '../../kernel/record.ts'
import { commandOf } from '../../kernel/standing.ts'
import { dayOf } from '../../kernel/time.ts'
import { whoAsks } from '../asking/deciding.ts'
import { loadFacts } from '../store/facts.ts'
import type { CityState } from '../world/city-state.ts'
import type { HttpDeps } from './deps.ts'

export type OfferView = {
  readonly command: string
  readonly label: string
  readonly plain?: string | undefined
  readonly party?:
    | { readonly role: string; readonly unit: number; readonly unitName: string }
    | undefined
  readonly expected: boolean
  readonly grave: boolean
  readonly input: Fields
  /** What the command changes of what stands: its form begins with these fields as they are. */
  readonly edits: readonly string[]
  readonly undo?: string | undefined
}

type OfferAt = {
  readonly kind: Kind
  readonly record: RecordState
  readonly actor: Actor
  readonly state: CityState
}

/** The commands an actor may ask of a record now. */
export async function offerViews(deps: HttpDeps, at: OfferAt): Promise<readonly OfferView[]> {
  return offersFor(at.kind, await judgedBy(deps, at)).map((offer) => offerView(offer, at))
}

/** The same, with why expected ones may not be asked. */
export async function judgedOffers(
  deps: HttpDeps,
  at: OfferAt,
): Promise<{ readonly offers: readonly OfferView[]; readonly withheld: readonly Withheld[] }> {
  const { offers, withheld } = offersAndWithheld(at.kind, await judgedBy(deps, at))
  return { offers: offers.map((offer) => offerView(offer, at)), withheld }
}

/** What commands are judged by, with the facts that their rules need. */
async function judgedBy(deps: HttpDeps, { kind, record, actor, state }: OfferAt) {
  const { world } = state
  const names = factsForOffers(kind, record)
  const { registry } = deps
  const now = deps.now()
  const today = dayOf(now)
  const { figures, readings, holders } = deps
  const asked = { registry, kind, names, record, input: {}, today, figures, readings, holders }
  const facts =
    names.length === 0 ? {} : await loadFacts(deps.db, { ...asked, ...whoAsks(world, actor) })
  return { world, record, actor, at: now, facts }
}

function offerView(
  offer: Offer,
  { kind, record, state }: Pick<OfferAt, 'kind' | 'record' | 'state'>,
): OfferView {
  const command = offeredCommand(kind, record, offer)
  const { party } = offer
  return {
    command: offer.command,
    label: offer.label,
    plain: offer.plain,
    party: party && {
      ...party,
      unitName: state.world.directory.units.get(party.unit)?.name ?? String(party.unit),
    },
    expected: offer.expected,
    grave: offer.grave,
    input: command?.input ?? {},
    edits: party === undefined && command !== undefined ? editsOf(kind, record, command) : [],
    undo: command?.undo,
  }
}

/** A command that leaves the record where it is and keeps what its start kept corrects it. */
function editsOf({ starts }: Kind, { state }: RecordState, command: Command): readonly string[] {
  if (command.moves !== undefined || (command.to ?? state) !== state) return []
  const begun = new Set(Object.values(starts).flatMap(({ keeps = [] }) => keeps))
  return (command.keeps ?? []).filter((name) => begun.has(name))
}

export function offeredCommand(
  kind: Kind,
  record: RecordState,
  asked: { readonly command: string; readonly party?: Offer['party'] },
): Command | undefined {
  const party = asked.party && partyOf(record, asked.party.role, asked.party.unit)
  return commandOf(kind, { before: record, starting: false, party, ask: asked })
}
