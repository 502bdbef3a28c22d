import { isComplainedOf, maySee } from './access.ts'
import type { Actor } from './actor.ts'
import { builtInCommands } from './built-in.ts'
import { holdsQuietly } from './derive.ts'
import { ownDataCommands } from './own-data.ts'
import { ruleOf, standingOf } from './standing.ts'
import type { FactValue } from './fact.ts'
import type { Command, Context, Expectation, Kind } from './kind.ts'
import type { Party, RecordState } from './record.ts'
import type { Instant } from './time.ts'
import { isPractised, type World } from './world.ts'

/** A command this actor may ask of this record now: the only source of buttons. */
export type Offer = {
  readonly command: string
  readonly party?: { readonly role: string; readonly unit: number } | undefined
  readonly label: string
  readonly plain?: string | undefined
  readonly expected: boolean
  readonly grave: boolean
}

/** A step that is expected of this actor's own, and that a rule does not let them take yet. */
export type Withheld = {
  readonly command: string
  readonly party?: Offer['party']
  readonly refused: string
  readonly says: string
  readonly instead?: string | undefined
}

type At = {
  readonly world: World
  readonly record: RecordState
  readonly actor: Actor
  readonly at: Instant
  readonly facts: Readonly<Record<string, FactValue>>
}

/** What may be asked next. Rules that need what will be typed are judged when it is typed. */
export function offersFor(kind: Kind, at: At): readonly Offer[] {
  return mayBeAsked(judgedFor(kind, at))
}

/** What may be asked next, and why what is expected may not. */
export function offersAndWithheld(
  kind: Kind,
  at: At,
): { readonly offers: readonly Offer[]; readonly withheld: readonly Withheld[] } {
  const all = judgedFor(kind, at)
  return {
    offers: mayBeAsked(all),
    withheld: all.flatMap(({ offer, broken }) => {
      const rule = broken === undefined || !offer.expected ? undefined : ruleOf(kind, broken)
      if (broken === undefined || rule === undefined) return []
      const { command, party } = offer
      return [{ command, party, refused: broken, says: rule.says, instead: rule.instead }]
    }),
  }
}

type Judged = {
  readonly offer: Offer
  /** The first rule that does not hold. */
  readonly broken: string | undefined
}

function mayBeAsked(all: readonly Judged[]): readonly Offer[] {
  return all.flatMap(({ offer, broken }) => (broken === undefined ? [offer] : []))
}

function judgedFor(kind: Kind, at: At): readonly Judged[] {
  const { record } = at
  const state = kind.states[record.state]
  if (state === undefined) return []
  const reveal = builtInCommands['reveal'] && {
    ...builtInCommands['reveal'],
    requires: kind.revealRequires ?? [],
  }
  const shared = state.is === 'working' ? { ...builtInCommands, reveal } : { reveal }
  const own = { ...shared, ...state.commands, ...ownDataCommands(kind) }
  const expected = expectedNow(kind, state.expects, at)
  const ofRecord = judged(kind, own, { ...at, party: undefined, expected })
  const ofParties = record.parties.flatMap((party) => {
    const within = kind.parties?.[party.role]?.states[party.state]
    return judged(kind, within?.commands ?? {}, {
      ...at,
      party,
      expected: expectedNow(kind, within?.expects, { ...at, party }),
    })
  })
  return [...ofRecord, ...ofParties]
}

/** Commands somebody is expected to take now; what a rule ends is expected no longer. */
function expectedNow(
  kind: Kind,
  expects: readonly Expectation[] = [],
  at: At & { readonly party?: Party | undefined },
): readonly string[] {
  return expects
    .filter(({ when }) => when === undefined || holdsQuietly(kind, when, at))
    .map(({ command }) => command)
}

/** The ways an actor may begin a record of the kind at a place. */
export function startsFor(kind: Kind, at: At): readonly Offer[] {
  if (!isPractised(at.world, kind, at.at)) return []
  const starts = judged(kind, kind.starts, {
    ...at,
    party: undefined,
    expected: [],
    starting: true,
  })
  return mayBeAsked(starts)
}

/** Rules of the commands offered here that rest on facts but not on what is typed. */
export function factsForOffers(kind: Kind, record: RecordState): readonly string[] {
  const commands = [
    ...Object.values(kind.states[record.state]?.commands ?? {}),
    ...record.parties.flatMap((party) =>
      Object.values(kind.parties?.[party.role]?.states[party.state]?.commands ?? {}),
    ),
  ]
  return factsOfRules(kind, commands, (name) => ruleOf(kind, name)?.input !== true)
}

/** The facts that deciding a command rests on: those of its rules, its setters and its effects. */
export function factsOf(kind: Kind, command: Command): readonly string[] {
  return [...new Set([...factsOfRules(kind, [command]), ...(command.facts ?? [])])]
}

function factsOfRules(
  kind: Kind,
  commands: readonly Command[],
  wanted: (rule: string) => boolean = () => true,
): readonly string[] {
  const names = commands
    .flatMap((command) => [
      ...(command.requires ?? []),
      ...(command.moves ?? []).map((move) => move.when),
      ...(command.carries ?? []).map((move) => move.when),
    ])
    .filter(wanted)
    .flatMap((rule) => ruleOf(kind, rule)?.facts ?? [])
  return [...new Set(names)]
}

function judged(
  kind: Kind,
  commands: Readonly<Record<string, Command | undefined>>,
  at: At & {
    readonly party: Party | undefined
    readonly expected: readonly string[]
    readonly starting?: boolean
  },
): readonly Judged[] {
  const { party, record, actor, world } = at
  const relations = standingOf(kind, at)
  if (at.starting !== true && !maySee(kind, relations)) return []
  if (actor.by === 'post' && isComplainedOf(kind, record.fields, { world, unit: actor.post.unit }))
    return []
  return Object.entries(commands).flatMap(([name, command]) => {
    if (command === undefined || !command.by.some((relation) => relations.has(relation))) return []
    const key = party === undefined ? undefined : { role: party.role, unit: party.unit }
    const offer = {
      command: name,
      party: key,
      label: command.label,
      plain: command.plain,
      expected: at.expected.includes(name),
      grave: command.grave ?? false,
    }
    return [{ offer, broken: brokenBeforehand(kind, command, at) }]
  })
}

function brokenBeforehand(
  kind: Kind,
  command: Command,
  at: At & { readonly party: Party | undefined; readonly starting?: boolean },
): string | undefined {
  const context: Context = {
    ...at,
    starting: at.starting ?? false,
    input: {},
    words: {},
  }
  return (command.requires ?? []).find((name) => {
    const rule = ruleOf(kind, name)
    return rule?.input !== true && rule?.holds(context) !== true
  })
}
