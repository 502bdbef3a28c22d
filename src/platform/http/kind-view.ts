import { builtInCommands, builtInRules } from '../../kernel/built-in.ts'
import type { Command, Kind, Rule, State } from '../../kernel/kind.ts'

/** A kind as plain data: what pages draw forms, steps and help from. */
export function kindView(kind: Kind) {
  return {
    name: kind.name,
    label: kind.label,
    group: kind.group,
    about: kind.about,
    fields: kind.fields,
    title: kind.title,
    slots: kind.slots ?? {},
    countedBy: kind.countedBy,
    archives: kind.archives,
    mainClock: kind.mainClock,
    responsible: responsibleField(kind),
    states: Object.fromEntries(
      Object.entries(kind.states).map(([name, { label, plain, is, step }]) => [
        name,
        { label, plain, is, step },
      ]),
    ),
    starts: commandsView(kind.starts),
    commands: {
      ...Object.fromEntries(
        Object.entries(kind.states).map(([name, state]) => [name, commandsView(state.commands)]),
      ),
      '*': commandsView(builtInCommands),
    },
    parties: Object.fromEntries(
      Object.entries(kind.parties ?? {}).map(([role, party]) => [
        role,
        { label: party.label, states: statesView(party.states) },
      ]),
    ),
    clocks: Object.fromEntries(
      Object.entries(kind.clocks ?? {}).map(([name, { label, basis }]) => [name, { label, basis }]),
    ),
    rules: { ...rulesView(builtInRules), ...rulesView(kind.rules) },
    parameters: kind.parameters ?? {},
    counters: Object.fromEntries(
      Object.entries(kind.counters ?? {}).map(([name, counter]) => [
        name,
        { label: counter.label, by: 'on' in counter ? 'flow' : 'cohort' },
      ]),
    ),
    seats: Object.fromEntries(
      Object.entries(kind.seats).map(([name, { label }]) => [name, { label }]),
    ),
    relations: Object.fromEntries(
      Object.entries(kind.relations).map(([name, { label }]) => [name, { label }]),
    ),
  }
}

/** The field that names the unit which answers for the record, where one does. */
function responsibleField({ seats, responsible }: Kind): string | undefined {
  const seat = seats[responsible]?.is
  return seat !== undefined && 'field' in seat ? seat.field : undefined
}

function commandView(command: Command) {
  const { label, input = {}, plain, grave = false, undo, to, says } = command
  return { label, input, plain, grave, undo, to, says }
}

function commandsView(commands: Readonly<Record<string, Command>> | undefined) {
  return Object.fromEntries(
    Object.entries(commands ?? {}).map(([name, command]) => [name, commandView(command)]),
  )
}

function statesView(states: Readonly<Record<string, State>>) {
  return Object.fromEntries(
    Object.entries(states).map(([name, { label, is, commands }]) => [
      name,
      { label, is, commands: commandsView(commands) },
    ]),
  )
}

function rulesView(rules: Readonly<Record<string, Rule>>) {
  return Object.fromEntries(
    Object.entries(rules).map(([name, { says, instead, basis }]) => [
      name,
      { says, instead, basis },
    ]),
  )
}
