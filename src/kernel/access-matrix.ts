import { isOffice, type Role } from './actor.ts'
import { builtInCommands } from './built-in.ts'
import type { Command, Kind, State } from './kind.ts'
import { ownDataCommands } from './own-data.ts'
import { meaningOf, type Naming } from './access-words.ts'

/** A way to stand to a record of a kind, in words. */
export type AccessRelation = {
  readonly name: string
  readonly label: string
  /** What makes somebody stand so. */
  readonly means: string
  readonly who: 'post' | 'public' | 'link' | 'system'
  /** Made by the engine, not declared by the kind. */
  readonly isEngines: boolean
  /** The roles it takes; without them any role of the unit will do but the three administrators'. */
  readonly roles?: readonly Role[] | undefined
}

/** One command wherever the same people may ask it. */
export type AccessRow = {
  readonly command: string
  readonly label: string
  readonly at: 'start' | 'state' | 'party' | 'built-in'
  readonly party?: { readonly role: string; readonly label: string } | undefined
  readonly states: readonly { readonly name: string; readonly label: string }[]
  /** Names of the relations under which it may be asked; whoever stands in none is refused. */
  readonly by: readonly string[]
}

export type KindAccess = {
  readonly kind: string
  readonly label: string
  readonly about: string
  readonly group: string
  readonly relations: readonly AccessRelation[]
  /** Relations that see the record; to all others it does not exist. */
  readonly sees: readonly string[]
  /** The field naming the unit that is kept out, with all under it. */
  readonly keptOut?: string | undefined
  readonly hidden: readonly { readonly label: string; readonly seenBy: readonly string[] }[]
  readonly reveals: readonly string[]
  /** What must hold besides before a contact is shown. */
  readonly revealRequires: readonly string[]
  readonly handsOut: readonly string[]
  readonly tellsReaders: boolean
  readonly rows: readonly AccessRow[]
}

/** Who may do, see and read what in a kind, from its declaration alone. */
export function accessOf(kind: Kind, naming: Naming): KindAccess {
  const rows = rowsOf(kind)
  const named = new Set([...Object.keys(kind.relations), ...rows.flatMap(({ by }) => by)])
  return {
    kind: kind.name,
    label: kind.label,
    about: kind.about,
    group: kind.group,
    relations: [...named].map((name) => relationOf(kind, name, naming)),
    sees: kind.see,
    keptOut:
      kind.complainedOf === undefined
        ? undefined
        : (kind.fields[kind.complainedOf]?.label ?? kind.complainedOf),
    hidden: Object.values(kind.fields).flatMap(({ label, seenBy }) =>
      seenBy === undefined ? [] : [{ label, seenBy }],
    ),
    reveals: kind.reveal ?? [],
    revealRequires: (kind.revealRequires ?? []).flatMap((name) => kind.rules[name]?.says ?? []),
    handsOut: kind.handsOut ?? [],
    tellsReaders: kind.tellsReaders ?? false,
    rows,
  }
}

/** The relations through which a role may come to ask a row's command. */
export function waysOf(access: KindAccess, row: AccessRow, role: Role): readonly string[] {
  return row.by.filter((name) => takes(access, name, role))
}

function takes(access: KindAccess, name: string, role: Role): boolean {
  if (name === 'reveals') return access.reveals.some((one) => takes(access, one, role))
  const relation = access.relations.find((one) => one.name === name)
  if (relation?.who !== 'post') return false
  // Who is expected, or the party itself, stands in some declared relation first.
  if (relation.isEngines) return access.relations.some((one) => isOf(one, role))
  return isOf(relation, role)
}

function isOf({ who, roles, isEngines }: AccessRelation, role: Role): boolean {
  if (who !== 'post' || isEngines) return false
  return roles === undefined ? !isOffice(role) : roles.includes(role)
}

function rowsOf(kind: Kind): readonly AccessRow[] {
  const working = Object.entries(kind.states).filter(([, { is }]) => is === 'working')
  const all = Object.entries(kind.states).map(([name, { label }]) => ({ name, label }))
  const found: readonly AccessRow[] = [
    ...Object.entries(kind.starts).map(([name, one]) => rowOf(name, one, { at: 'start' })),
    ...inStates(kind.states),
    ...Object.entries(kind.parties ?? {}).flatMap(([role, { label, states }]) =>
      inStates(states, { role, label }),
    ),
    ...Object.entries(builtInCommands).flatMap(([name, one]): readonly AccessRow[] => {
      if (name === 'reveal')
        return kind.reveal === undefined ? [] : [rowOf(name, one, { at: 'built-in', states: all })]
      const states = working.map(([own, { label }]) => ({ name: own, label }))
      return states.length === 0 ? [] : [rowOf(name, one, { at: 'built-in', states })]
    }),
    ...Object.entries(ownDataCommands(kind)).map(([name, one]) =>
      rowOf(name, one, { at: 'built-in', states: all }),
    ),
  ]
  return joined(found)
}

function inStates(
  states: Readonly<Record<string, State>>,
  party?: AccessRow['party'],
): readonly AccessRow[] {
  return Object.entries(states).flatMap(([name, { label, commands }]) =>
    Object.entries(commands ?? {}).map(([command, one]) =>
      rowOf(command, one, {
        at: party === undefined ? 'state' : 'party',
        party,
        states: [{ name, label }],
      }),
    ),
  )
}

function rowOf(
  command: string,
  { label, by }: Command,
  where: Pick<AccessRow, 'at'> & Partial<Pick<AccessRow, 'party' | 'states'>>,
): AccessRow {
  return { command, label, states: [], ...where, by }
}

/** The same command in several states is one row, unless others may ask it there. */
function joined(rows: readonly AccessRow[]): readonly AccessRow[] {
  const same = Map.groupBy(rows, ({ at, party, command, label, by }) =>
    JSON.stringify([at, party?.role, command, label, by]),
  )
  return [...same.values()].flatMap((alike) => {
    const [first] = alike
    return first === undefined ? [] : [{ ...first, states: alike.flatMap(({ states }) => states) }]
  })
}

function relationOf(kind: Kind, name: string, naming: Naming): AccessRelation {
  const relation = kind.relations[name]
  const means = meaningOf(kind, name, naming)
  if (relation === undefined) {
    const { label, who } = madeByTheEngine[name] ?? { label: name, who: 'system' }
    return { name, label, means, who, isEngines: true }
  }
  const { label, roles, is } = relation
  return { name, label, means, who: 'anyone' in is ? is.anyone : 'post', isEngines: false, roles }
}

const madeByTheEngine: Readonly<Record<string, Pick<AccessRelation, 'label' | 'who'>>> = {
  clock: { label: '系统（到时）', who: 'system' },
  effect: { label: '系统（联动）', who: 'system' },
  courier: { label: '相邻城市的平台', who: 'system' },
  expected: { label: '应办单位', who: 'post' },
  self: { label: '该参与单位', who: 'post' },
  ownData: { label: '本人', who: 'link' },
  reveals: { label: '可查看联系方式的岗位', who: 'post' },
}
