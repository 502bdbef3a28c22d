import { type Field, type Fields, keepOf } from '../../../kernel/field.ts'
import type { Command, Kind } from '../../../kernel/kind.ts'
import type { Cell } from '../../exchange/sheet.ts'
import { isAskedByPeople } from '../kind-commands.ts'

/** What one column of a kind's sheet holds: the place, or an input of the start or of an amendment. */
export type InColumn = {
  readonly key: string
  readonly label: string
  readonly field: Field
  readonly required: boolean
  /** Read of rows that amend something, and of no others. */
  readonly amends: boolean
}

/** A column where it stands in a sheet that was read. */
export type PlacedColumn = InColumn & { readonly place: number }

/** The column of where the record lies; no field can have this name. */
export const placeKey = ':place'

/** The columns a sheet of this beginning has, each under a label of its own. Files come in no cell. */
export function columnsOf(kind: Kind, start: Command): readonly InColumn[] {
  const own = start.input ?? {}
  const place: Field = { type: 'area', label: '所在地' }
  const more = amendments(kind, start).flatMap(([, { input = {} }]) =>
    Object.entries(input).filter(([name]) => own[name] === undefined),
  )
  const all: readonly InColumn[] = [
    { key: placeKey, label: place.label, field: place, required: false, amends: false },
    ...columnsFrom(own, false),
    ...columnsFrom(Object.fromEntries(more), true),
  ]
  const labels = new Map<string, number>()
  return all
    .toReversed()
    .map((column) => {
      const times = (labels.get(column.label) ?? 0) + 1
      labels.set(column.label, times)
      return times === 1 ? column : { ...column, label: `${column.label}(${times})` }
    })
    .toReversed()
}

function columnsFrom(fields: Fields, amends: boolean): readonly InColumn[] {
  return Object.entries(fields).flatMap(([key, field]) =>
    field.type === 'files'
      ? []
      : [{ key, label: field.label, field, required: !amends && field.required === true, amends }],
  )
}

/** Why a beginning cannot come by sheet at all; nothing where it can. */
export function notBySheet(start: Command | undefined): string | undefined {
  if (start === undefined || !isAskedByPeople(start)) return '没有这种新建方式'
  const files = Object.values(start.input ?? {}).find(
    ({ type, required }) => type === 'files' && required === true,
  )
  return files && `“${files.label}”必须随件上传，这类事项不能用表格导入`
}

/** The commands, with the states they stand in, by which a row with a known key changes its record:
 *  they leave it where it is and keep the key and what else the start kept. */
export function amendments(kind: Kind, start: Command): readonly (readonly [string, Command])[] {
  const keys = keyFields(kind, start)
  if (keys.length === 0) return []
  return Object.entries(kind.states).flatMap(([state, { commands }]) => {
    const found = amendmentIn(kind, start, state)
    const command = found === undefined ? undefined : commands?.[found]
    return command === undefined ? [] : [[state, command] as const]
  })
}

/** The name of the command that amends a record of that state. */
export function amendmentIn(kind: Kind, start: Command, state: string): string | undefined {
  const keys = keyFields(kind, start)
  const commands = kind.states[state]?.commands ?? {}
  return Object.entries(commands).find(([, command]) => {
    const stays = command.moves === undefined && (command.to ?? state) === state
    const kept = new Set(command.keeps)
    return (
      stays &&
      isAskedByPeople(command) &&
      keys.some((fields) => fields.every((one) => kept.has(one)))
    )
  })?.[0]
}

/** The fields of each claim that a start fills from its own input. */
function keyFields(kind: Kind, start: Command): readonly (readonly string[])[] {
  return Object.values(keyClaims(kind, start)).map(({ fields }) => fields)
}

/** The claims by which a row is recognised before it is asked: those that the start's own input fills
 *  and that its record holds from then on. */
export function keyClaims(kind: Kind, start: Command): NonNullable<Kind['claims']> {
  const kept = new Set(start.keeps)
  const isKey = (name: string) => {
    const field = kind.fields[name]
    return kept.has(name) && field !== undefined && keepOf(field) === 'record'
  }
  const entered = [start.to, ...(start.moves ?? []).map(({ to }) => to)]
  const holds = (states: readonly string[] | undefined) =>
    states === undefined || entered.some((state) => state !== undefined && states.includes(state))
  return Object.fromEntries(
    Object.entries(kind.claims ?? {}).filter(
      ([, { fields, states }]) => holds(states) && fields.every(isKey),
    ),
  )
}

/** What stands in a cell; nothing where it is blank. */
export function cellAt(cells: readonly Cell[], place: number): string | number | undefined {
  const cell = cells[place]
  return cell === null || cell === undefined || String(cell).trim() === '' ? undefined : cell
}
