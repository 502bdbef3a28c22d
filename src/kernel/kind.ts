import type { BallotShape } from './ballot.ts'
import type { EffectMaker, Rule, Setter } from './context.ts'
import type { DocumentShape } from './document.ts'
import type { Fact } from './fact.ts'
import type { Fields, Option, Value } from './field.ts'
import type { Limit } from './limit.ts'
import type { EventRecord, Party, RecordState } from './record.ts'
import type { Relation, Seat } from './relation.ts'

export type {
  AskEffect,
  ClockTurn,
  Context,
  Effect,
  EffectMaker,
  OpenEffect,
  Rule,
  Setter,
  Setting,
} from './context.ts'
export type { Relation, Seat } from './relation.ts'

/** A declared sort of record. Everything the engine, the pages and the counts need is in it;
 *  functions appear only as named rules, setters and effects, so the rest can be drawn and diffed. */
export type Kind = {
  readonly name: string
  readonly label: string
  readonly group: string
  readonly systems: readonly string[]
  readonly version: number
  /** One sentence for the help page: what it is for. */
  readonly about: string
  /** Practices of which one must be on for anything new to start. */
  readonly practices?: readonly string[]
  readonly fields: Fields
  /** The text field whose words name the record in lists. */
  readonly title: string
  /** The longer text whose head stands in when no title was given. */
  readonly titleElse?: string
  /** Fields mapped to the shared slots that lists filter and sort by. */
  readonly slots?: Partial<Record<Slot, string>>
  /** Text fields found by words. */
  readonly searched?: readonly string[]
  readonly relations: Readonly<Record<string, Relation>>
  /** Relations that may see the record at all; to everyone else it does not exist. */
  readonly see: readonly string[]
  /** Relations under which contact data may be revealed, with a reason, as an event. */
  readonly reveal?: readonly string[]
  readonly revealRequires?: readonly string[]
  /** Whoever opens a record is noted, and those who see it are told: personnel matters. */
  readonly tellsReaders?: true
  /** Relations that may hand the record's link to whoever it concerns: a poster, a message to
   *  residents. Without it a link is only its reporter's own. */
  readonly handsOut?: readonly string[]
  readonly seats: Readonly<Record<string, Seat>>
  /** The seat that answers for the record: counts and lists of a unit go by it. */
  readonly responsible: string
  /** A unit field naming whom the record complains of: that unit, and any under it, is kept out. */
  readonly complainedOf?: string
  /** The field with the code of the neighbouring city that has its counterpart: only that city's
   *  courier may ask anything of the record. */
  readonly sharedWith?: string
  readonly starts: Readonly<Record<string, Command>>
  readonly states: Readonly<Record<string, State>>
  readonly parties?: Readonly<Record<string, PartyKind>>
  readonly clocks?: Readonly<Record<string, Clock>>
  /** The clock whose due moment stands in lists. */
  readonly mainClock?: string
  /** Something that takes place: a calendar file is given to whoever sees the record. */
  readonly appointment?: {
    readonly from: string
    readonly to?: string
    readonly where?: string
    /** Roles whose units are invited. */
    readonly parties: readonly string[]
  }
  /** Official documents it can be written out as, by name. */
  readonly documents?: Readonly<Record<string, DocumentShape>>
  /** A vote held on it. */
  readonly ballot?: BallotShape
  /** The choice field by whose value everything is also counted. */
  readonly countedBy?: string
  /** The record field naming what the counts lose by it, and the states in which that can be tried. */
  readonly leavesOut?: { readonly field: string; readonly states: readonly string[] }
  /** Records of it leave the working tables some years after they ended, and come back when they are
   *  opened or asked for by id. What else rules look for among them is younger than a year. */
  readonly archives?: true
  readonly facts?: Readonly<Record<string, Fact>>
  readonly rules: Readonly<Record<string, Rule>>
  readonly setters?: Readonly<Record<string, Setter>>
  readonly effects?: Readonly<Record<string, EffectMaker>>
  readonly claims?: Readonly<Record<string, Claim>>
  readonly counters?: Readonly<Record<string, Counter>>
  readonly parameters?: Readonly<Record<string, Parameter>>
}

export type Slot = 'k1' | 'k2' | 'k3' | 'n1' | 'n2' | 't1' | 't2'

export type Command = {
  readonly label: string
  /** Relations that may ask; 'clock', 'effect' and 'courier' are the system's own. */
  readonly by: readonly string[]
  readonly input?: Fields
  /** Rules that must hold before; a rule's name is also the refusal's code. */
  readonly requires?: readonly string[]
  readonly records: string
  /** The timeline's sentence; {name} stands for an input, {unit} for the actor's unit. */
  readonly says: string
  /** Inputs copied into fields of the same name. */
  readonly keeps?: readonly string[]
  readonly sets?: readonly string[]
  /** Where the record (or the party) goes; the first whose rule holds. Without one it stays. */
  readonly to?: string
  readonly moves?: readonly Move[]
  /** Of a party's command: where the record goes when a rule holds afterwards. */
  readonly carries?: readonly Move[]
  readonly effects?: readonly string[]
  /** Facts that setters and effects read, besides those its rules declare. */
  readonly facts?: readonly string[]
  /** Seats told by a notice. */
  readonly tells?: readonly string[]
  /** The command that takes this one back while it is still offered. */
  readonly undo?: string
  /** Asked by link or by the public page too, in words a resident understands. */
  readonly plain?: string
  /** Asked by programs: no menu lists it, though whoever may ask it by hand may. */
  readonly unlisted?: boolean
  /** Shown last and asked twice. */
  readonly grave?: boolean
}

export type Move = { readonly to: string; readonly when: string }
export type State = {
  readonly label: string
  /** The same in a resident's words. */
  readonly plain?: string
  readonly is: 'working' | 'resting' | 'end'
  readonly step?: number
  readonly commands?: Readonly<Record<string, Command>>
  readonly expects?: readonly Expectation[]
}

/** Who is expected to take which command: the source of to-dos. */
export type Expectation = {
  readonly seat: string
  readonly command: string
  readonly clock?: string
  readonly when?: string
}

export type PartyKind = {
  readonly label: string
  readonly start: string
  readonly states: Readonly<Record<string, State>>
  readonly clocks?: Readonly<Record<string, Clock>>
}

export type Clock = {
  readonly label: string
  readonly stages: readonly {
    readonly limit: LimitRef
    readonly asks: string
  }[]
  readonly runs: readonly string[]
  /** States in which it stands still and keeps what is left. */
  readonly pauses?: readonly string[]
  /** Events that start it anew while it runs. */
  readonly restarts?: readonly string[]
  /** Events that end it though the state goes on. */
  readonly ends?: readonly string[]
  readonly when?: string
  readonly basis: string
}

export type LimitRef =
  | { readonly parameter: string }
  | { readonly field: string; readonly parameters: Readonly<Record<string, string>> }
  /** Until the end of the working day that a field names. */
  | { readonly until: string }

/** A uniqueness the store keeps: one record per key, for ever or while it is open. */
export type Claim = {
  readonly label: string
  readonly fields: readonly string[]
  readonly while: 'always' | 'open'
  readonly states?: readonly string[]
}

/** What is counted: a flow by the day something happened, or a cohort by the day the record
 *  began, as what is true of it now, once for the record or once for each party of a role under
 *  that party's own unit. A cohort moves with every correction; a number is added up. */
export type Counter =
  | {
      readonly label: string
      readonly on:
        | { readonly event: string }
        | { readonly enters: string }
        | { readonly start: true }
      readonly when?: (event: EventRecord, after: RecordState) => boolean
    }
  | { readonly label: string; readonly cohort: (record: RecordState) => boolean | number }
  | {
      readonly label: string
      readonly party: string
      readonly counts: (party: Party, record: RecordState) => boolean | number
    }

export type Parameter = {
  readonly label: string
  readonly type: 'limit' | 'number' | 'flag' | 'text' | 'choice'
  readonly options?: readonly Option[]
  readonly default: Value
  readonly basis: string
}

/** A limit that a city may set for itself. */
export function limitParameter(label: string, limit: Limit, basis = cityMaySet): Parameter {
  const { qty, unit } = limit
  return { label, type: 'limit', default: { qty, unit }, basis }
}

const cityMaySet = '本市参数，可在设置中修改'

/** Returns the declaration unchanged; soundness is checked by `problemsIn` in each kind's test. */
export function defineKind<const K extends Kind>(kind: K & Only<K>): K {
  return kind
}

/** A word that no kind has is a slip of the pen, and what was meant by it would be missing. */
type Only<K extends Kind> = { readonly [Name in Exclude<keyof K, keyof Kind>]: never }
