import type { Command, Kind, State } from '../../src/kernel/kind.ts'

/** One small lie told to a declaration. A test must notice it. */
export type Mutant = {
  readonly name: string
  /** The acceptance rule a test titled with its id must hold. */
  readonly rule?: string | undefined
  readonly apply: () => void
}

type Loose = Record<string, unknown>

/** Every requirement, claim, fact, party, access entry, clock limit and counter of a kind, removed
 *  or changed in turn. The order is fixed, so a number names a mutant. */
export function mutantsOf(kind: Kind): readonly Mutant[] {
  const named = (name: string) => `${kind.name}: ${name}`
  const all: readonly Mutant[] = [
    ...commandsOf(kind).flatMap(([where, command]) => commandMutants(kind, where, command)),
    ...dropEach(kind, 'see'),
    ...dropEach(kind, 'reveal'),
    ...dropEach(kind, 'revealRequires'),
    ...Object.entries(kind.relations).flatMap(([name, relation]) =>
      (relation.roles ?? []).map((role) => ({
        name: `relation ${name} without ${role}`,
        apply: () => drop(relation, 'roles', role),
      })),
    ),
    ...removeEach(kind, 'claims'),
    ...removeEach(kind, 'facts'),
    ...removeEach(kind, 'parties'),
    ...removeEach(kind, 'clocks'),
    ...removeEach(kind, 'counters'),
    ...Object.entries(kind.parties ?? {}).flatMap(([role, party]) =>
      Object.keys(party.clocks ?? {}).map((clock) => ({
        name: `party ${role} without clock ${clock}`,
        apply: () => remove(party.clocks, clock),
      })),
    ),
    ...Object.entries(kind.parameters ?? {}).flatMap(([name, parameter]) => {
      const value = parameter.default
      if (typeof value !== 'object' || value === null || !('qty' in value)) return []
      return [
        {
          name: `limit ${name} doubled`,
          apply: () => put(parameter, 'default', { ...value, qty: value.qty * 2 }),
        },
      ]
    }),
    ...(kind.complainedOf === undefined
      ? []
      : [{ name: 'complainedOf forgotten', apply: () => remove(kind, 'complainedOf') }]),
    ...(kind.practices === undefined
      ? []
      : [{ name: 'practices forgotten', apply: () => remove(kind, 'practices') }]),
    ...((kind.practices ?? []).length > 1 ? dropEach(kind, 'practices') : []),
  ]
  return all.map((mutant) => ({ ...mutant, name: named(mutant.name) }))
}

function commandMutants(kind: Kind, where: string, command: Command): readonly Mutant[] {
  const ruleId = (rule: string) => kind.rules[rule]?.id
  return [
    ...(command.requires ?? []).map((rule) => ({
      name: `${where} without ${rule}`,
      rule: ruleId(rule),
      apply: () => drop(command, 'requires', rule),
    })),
    ...command.by.map((relation) => ({
      name: `${where} not by ${relation}`,
      apply: () => drop(command, 'by', relation),
    })),
    {
      name: `${where} by anyone who sees`,
      apply: () => put(command, 'by', [...command.by, ...kind.see]),
    },
    ...(command.moves ?? []).map((move) => ({
      name: `${where} never to ${move.to}`,
      rule: ruleId(move.when),
      apply: () =>
        put(
          command,
          'moves',
          (command.moves ?? []).filter((one) => one !== move),
        ),
    })),
    ...Object.entries(command.input ?? {}).flatMap(([name, field]) =>
      field.assigns === true && kind.complainedOf !== undefined
        ? [
            {
              name: `${where} may assign the complained-of by ${name}`,
              apply: () =>
                put(command, 'input', { ...command.input, [name]: { ...field, assigns: false } }),
            },
          ]
        : [],
    ),
  ]
}

/** Commands once each, though several states may share one. */
function commandsOf(kind: Kind): readonly (readonly [string, Command])[] {
  const seen = new Set<Command>()
  const inside = (prefix: string, states: Readonly<Record<string, State>>) =>
    Object.entries(states).flatMap(([state, { commands }]) =>
      Object.entries(commands ?? {}).map(
        ([name, command]) => [`${prefix}${state}.${name}`, command] as const,
      ),
    )
  return [
    ...Object.entries(kind.starts).map(([name, command]) => [`start.${name}`, command] as const),
    ...inside('', kind.states),
    ...Object.entries(kind.parties ?? {}).flatMap(([role, party]) =>
      inside(`${role}/`, party.states),
    ),
  ].filter(([, command]) => {
    if (seen.has(command)) return false
    seen.add(command)
    return true
  })
}

function dropEach(
  kind: Kind,
  key: 'see' | 'reveal' | 'revealRequires' | 'practices',
): readonly Mutant[] {
  return (kind[key] ?? []).map((name) => ({
    name: `${key} without ${name}`,
    apply: () => drop(kind, key, name),
  }))
}

function removeEach(
  kind: Kind,
  key: 'claims' | 'facts' | 'parties' | 'clocks' | 'counters',
): readonly Mutant[] {
  return Object.keys(kind[key] ?? {}).map((name) => ({
    name: `${key} without ${name}`,
    apply: () => remove(kind[key], name),
  }))
}

function drop(object: object, key: string, item: string): void {
  const list = Reflect.get(object, key)
  if (Array.isArray(list))
    put(
      object,
      key,
      list.filter((one) => one !== item),
    )
}

function remove(object: object | undefined, key: string): void {
  if (object !== undefined) Reflect.deleteProperty(object, key)
}

function put(object: Loose | object, key: string, value: unknown): void {
  Reflect.set(object, key, value)
}
