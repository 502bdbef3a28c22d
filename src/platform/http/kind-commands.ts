import { isOfSystem } from '../../kernel/actor.ts'
import { builtInCommands } from '../../kernel/built-in.ts'
import type { Field, Fields } from '../../kernel/field.ts'
import type { Command, Kind, State } from '../../kernel/kind.ts'
import { ownDataCommands } from '../../kernel/own-data.ts'

export type NamedCommand = {
  readonly name: string
  readonly command: Command
  /** The party's role for a command of a party. */
  readonly role?: string | undefined
}

/** Commands that people ask of records, by name and role, however many states offer them. */
export function askedCommands(kind: Kind): readonly NamedCommand[] {
  const own = commandsIn(kind.states)
  const reveal = kind.reveal === undefined ? [] : ['reveal']
  const shared = Object.entries(builtInCommands).filter(
    ([name]) => name !== 'reveal' || reveal.includes(name),
  )
  const ofParties = Object.entries(kind.parties ?? {}).flatMap(([role, party]) =>
    [...commandsIn(party.states)].map(([name, command]) => ({ name, command, role })),
  )
  return [
    ...Array.from(new Map([...shared, ...own]), ([name, command]) => ({ name, command })),
    ...ofParties,
  ].filter(({ command }) => isAskedByPeople(command))
}

export function isAskedByPeople(command: Command): boolean {
  return !command.by.every(isOfSystem)
}

/** The command that records an event, for wording what happened. */
export function commandRecording(
  kind: Kind,
  type: string,
  role: string | undefined,
): Command | undefined {
  return recordingsOf(kind).get(`${role ?? ''} ${type}`)
}

/** Every event that a kind's commands record, by role and type: looked for with each line of each
 *  timeline. */
function recordingsOf(kind: Kind): ReadonlyMap<string, Command> {
  const known = recordings.get(kind)
  if (known !== undefined) return known
  const own = [
    ...Object.values(kind.starts),
    ...everyCommand(kind.states),
    ...Object.values(builtInCommands),
    ...Object.values(ownDataCommands(kind)),
  ].map((command) => ['', command] as const)
  const ofParties = Object.entries(kind.parties ?? {}).flatMap(([role, { states }]) =>
    everyCommand(states).map((command) => [role, command] as const),
  )
  const found = new Map<string, Command>()
  for (const [role, command] of [...own, ...ofParties]) {
    const key = `${role} ${command.records}`
    if (!found.has(key)) found.set(key, command)
  }
  recordings.set(kind, found)
  return found
}

const recordings = new WeakMap<Kind, ReadonlyMap<string, Command>>()

/** What a command is called that begins a record of the kind or is asked of one. */
export function labelOfCommand(kind: Kind | undefined, name: string): string {
  const states = Object.values(kind?.states ?? {})
  const state = states.find(({ commands }) => commands?.[name] !== undefined)
  return (kind?.starts[name] ?? state?.commands?.[name])?.label ?? name
}

/** What a command of that name asks to be typed. */
export function inputOf(kind: Kind, command: string, role?: string): Fields {
  const found = askedCommands(kind).find((one) => one.name === command && one.role === role)
  return found?.command.input ?? {}
}

function commandsIn(states: Readonly<Record<string, State>>): ReadonlyMap<string, Command> {
  return new Map(Object.values(states).flatMap((state) => Object.entries(state.commands ?? {})))
}

/** Also those of one name that record different events in different states. */
function everyCommand(states: Readonly<Record<string, State>>): readonly Command[] {
  return Object.values(states).flatMap((state) => Object.values(state.commands ?? {}))
}

/** The declaration of a value by its name: the kind's own field, or an input that parties keep. */
export function fieldNamed(kind: Kind, name: string): Field | undefined {
  const own = kind.fields[name]
  if (own !== undefined) return own
  const all = [
    ...Object.values(kind.starts),
    ...everyCommand(kind.states),
    ...Object.values(kind.parties ?? {}).flatMap((party) => everyCommand(party.states)),
  ]
  return all.find((command) => command.input?.[name] !== undefined)?.input?.[name]
}
