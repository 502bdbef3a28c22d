import { unitName } from '../../../kernel/directory.ts'
import { listOf, numberOf, textOf, type Value, type Values } from '../../../kernel/field.ts'
import type { Context, Effect } from '../../../kernel/kind.ts'

type Of = Pick<Context, 'record'>

/** The lead and every member that has joined. Who only gathers its city's side for a lead elsewhere
 *  is no member by that. */
export function joinedOf({ record }: Of): readonly number[] {
  const isHost = record.fields['ledThere'] === true
  const lead = isHost ? undefined : numberOf(record.fields, 'lead')
  return [...(lead === undefined ? [] : [lead]), ...unitsIn(listOf(record.fields, 'members'))]
}

export function unitsIn(values: readonly Value[]): readonly number[] {
  return values.filter((one) => typeof one === 'number')
}

/** Units by name, for a city that cannot look them up. */
export function namesOf({ world }: Pick<Context, 'world'>, units: readonly number[]): string {
  return units.map((unit) => unitName(world.directory, unit)).join('、')
}

/** The neighbouring city that has the counterpart of a record, by its code. */
export function neighbourOf({ record }: Of): number | undefined {
  const code = textOf(record.fields, 'withCity')
  return code === undefined ? undefined : Number(code)
}

/** Asks something of the counterpart, if there is one. */
export function asksThere(context: Of, command: string, input: Values): readonly Effect[] {
  const to = neighbourOf(context)
  const { id, kind } = context.record
  return to === undefined ? [] : [{ ask: id, kind, command, to, input }]
}
