import { dataOf, type FormErrors, type FormValues, problemsOf } from '../forms/values.ts'
import type { Section } from './sections.ts'
import type { SettingField, SettingRow } from './types.ts'

/** The fields that can be typed for a line. A line that exists keeps what it is known by. */
export function typedFields(
  section: Section,
  fields: readonly SettingField[],
  row: SettingRow | undefined,
): readonly SettingField[] {
  const hidden = new Set(section.hidden)
  const locked = new Set(row === undefined ? [] : section.locked)
  return fields.filter(
    ({ name, type }) =>
      !hidden.has(name) &&
      !locked.has(name) &&
      !(name === 'reset' && row === undefined) &&
      // A parameter is a limit, a number or a choice, and never two of them.
      !(section.oneValue === true && oneOf.has(type) && !isSet(row, name)),
  )
}

const oneOf: ReadonlySet<SettingField['type']> = new Set(['limit', 'number', 'choice'])

export function problemsIn(fields: readonly SettingField[], values: FormValues): FormErrors {
  return problemsOf(Object.fromEntries(fields.map((field) => [field.name, field])), values)
}

/** What is sent: of a line that exists also what was emptied, so that it is empty afterwards. */
export function valuesToSend(
  fields: readonly SettingField[],
  values: FormValues,
  row: SettingRow | undefined,
): FormValues {
  const given = dataOf(Object.fromEntries(fields.map((field) => [field.name, field])), values)
  const emptied = fields
    .filter(({ name }) => given[name] === undefined && isSet(row, name))
    .map(({ name }) => [name, null] as const)
  return { ...given, ...Object.fromEntries(emptied) }
}

function isSet(row: SettingRow | undefined, name: string): boolean {
  const value = row?.values[name]
  return value !== undefined && value !== null && value !== ''
}
