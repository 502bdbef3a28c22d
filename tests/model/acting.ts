import { builtInCommands, builtInRules, builtInSetters } from '../../src/kernel/built-in.ts'
import { ownDataCommands, ownDataRules, ownDataSetters } from '../../src/kernel/own-data.ts'
import type { Value, Values } from '../../src/kernel/field.ts'
import type {
  Command,
  Context,
  Effect,
  Kind,
  Move,
  Rule,
  Setter,
  Setting,
} from '../../src/kernel/kind.ts'
import type { Party, RecordState } from '../../src/kernel/record.ts'

/** A rule of the kind, or one of the commands that every kind has. */
export function ruleIn(kind: Kind, name: string): Rule | undefined {
  return kind.rules[name] ?? builtInRules[name] ?? ownDataRules[name]
}

/** The command of that name where the record, or the party, stands. */
export function commandIn(
  kind: Kind,
  at: { record: RecordState; starting: boolean; party: Party | undefined; ofParty: boolean },
  name: string,
): Command | undefined {
  if (at.starting) return kind.starts[name]
  if (at.ofParty) {
    if (at.party === undefined) return undefined
    return kind.parties?.[at.party.role]?.states[at.party.state]?.commands?.[name]
  }
  const state = kind.states[at.record.state]
  const own = state?.commands?.[name]
  if (own !== undefined) return own
  const shared = builtInCommands[name]
  if (name === 'reveal' && shared !== undefined)
    return { ...shared, requires: kind.revealRequires ?? [] }
  return ownDataCommands(kind)[name] ?? (state?.is === 'working' ? shared : undefined)
}

export type Acted = { readonly record: RecordState; readonly effects: readonly Effect[] }

/** What a command makes of a record once it may be asked and its rules hold. */
export function act(kind: Kind, command: Command, context: Context): Acted {
  const { record: before, party, at } = context
  const settings: readonly Setting[] = (command.sets ?? []).map(
    (name) => setterIn(kind, name)?.(context) ?? {},
  )
  const set = changedBy(kind, { command, settings }, context)
  const own = partyIn(set, party)
  const to = firstThatHolds(kind, command.moves, { ...context, record: set, party: own })
  const goal = to ?? command.to
  const record = party === undefined ? inState(set, goal) : withParty(set, party, goal)
  const carried =
    party === undefined
      ? undefined
      : firstThatHolds(kind, command.carries, {
          ...context,
          record,
          party: partyIn(record, party),
        })
  const moved = inState(record, carried)
  const isEnd = kind.states[moved.state]?.is === 'end'
  const after = { ...moved, closedAt: isEnd ? (before.closedAt ?? at) : undefined }
  const ending = { ...context, record: after, party: partyIn(after, party) }
  const effects = (command.effects ?? []).flatMap((name) => kind.effects?.[name]?.(ending) ?? [])
  // What goes to another city changes nothing here.
  return { record: after, effects: effects.filter(({ to }) => to === undefined) }
}

function setterIn(kind: Kind, name: string): Setter | undefined {
  return kind.setters?.[name] ?? builtInSetters[name] ?? ownDataSetters[name]
}

type Doing = { readonly command: Command; readonly settings: readonly Setting[] }

function changedBy(kind: Kind, { command, settings }: Doing, context: Context): RecordState {
  const { record: before, input, party, at, starting } = context
  const fields: Record<string, Value> = { ...before.fields }
  const put = (patch: Values) => {
    for (const [name, value] of Object.entries(patch)) {
      if (value === null) delete fields[name]
      else fields[name] = value
    }
  }
  for (const name of command.keeps ?? []) {
    const value = input[name]
    if (value !== undefined) put({ [name]: value })
  }
  for (const setting of settings) put(setting.fields ?? {})
  const takers = { ...before.takers }
  for (const [unit, post] of settings.flatMap(({ takers: some }) => Object.entries(some ?? {}))) {
    if (post === null) delete takers[unit]
    else takers[unit] = post
  }
  const place = settings.findLast((setting) => setting.place !== undefined)?.place
  const title = settings.findLast((setting) => setting.title !== undefined)?.title
  return {
    ...before,
    version: before.version + 1,
    fields,
    takers,
    parties: partiesAfter(kind, { before, party, settings, at }),
    place: place ?? before.place,
    title: title ?? titleIn(kind, command, context) ?? (starting ? '' : before.title),
  }
}

type Gathering = {
  readonly before: RecordState
  readonly party: Party | undefined
  readonly settings: readonly Setting[]
  readonly at: number
}

/** Who takes part afterwards, by when they joined. */
function partiesAfter(kind: Kind, { before, party, settings, at }: Gathering): readonly Party[] {
  const key = (one: { role: string; unit: number }) => `${one.role} ${one.unit}`
  const all = new Map(before.parties.map((one) => [key(one), one]))
  for (const one of settings.flatMap(({ leave }) => leave ?? [])) all.delete(key(one))
  if (party !== undefined) {
    const patch = Object.assign({}, ...settings.map((setting) => setting.party ?? {}))
    all.set(key(party), { ...party, fields: { ...party.fields, ...patch } })
  }
  for (const { role, unit, fields = {} } of settings.flatMap(({ join }) => join ?? [])) {
    const state = kind.parties?.[role]?.start ?? ''
    all.set(key({ role, unit }), { role, unit, state, fields, clocks: {}, joinedAt: at })
  }
  return [...all.values()].sort(
    (a, b) => a.joinedAt - b.joinedAt || a.unit - b.unit || a.role.localeCompare(b.role),
  )
}

function titleIn(kind: Kind, command: Command, { words, input, record }: Context) {
  const keeps = command.keeps ?? []
  const { title, titleElse = '' } = kind
  if (!keeps.includes(title) && !keeps.includes(titleElse)) return undefined
  const code = input[title]
  const typed = (words[title] ?? (typeof code === 'string' ? code : '')).trim()
  if (typed !== '') return typed
  const longer = words[titleElse]
  if (record.fields[title] !== undefined || longer === undefined) return undefined
  const flat = [...longer.replaceAll(/\s+/gu, ' ').trim()]
  return flat.length <= 28 ? flat.join('') : `${flat.slice(0, 27).join('')}…`
}

function firstThatHolds(
  kind: Kind,
  moves: readonly Move[] | undefined,
  context: Context,
): string | undefined {
  return moves?.find(({ when }) => ruleIn(kind, when)?.holds(context) === true)?.to
}

function partyIn(record: RecordState, party: Party | undefined): Party | undefined {
  return record.parties.find((one) => one.role === party?.role && one.unit === party.unit)
}

function inState(record: RecordState, state: string | undefined): RecordState {
  return state === undefined ? record : { ...record, state }
}

function withParty(record: RecordState, party: Party, state: string | undefined): RecordState {
  if (state === undefined) return record
  const parties = record.parties.map((one) =>
    one.role === party.role && one.unit === party.unit ? { ...one, state } : one,
  )
  return { ...record, parties }
}
