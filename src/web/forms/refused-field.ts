import type { Fields } from '../../kernel/field.ts'
import type { ApiError } from '../api/api-error.ts'
import type { FormErrors } from './values.ts'

/** Where a refusal is shown: on the fields it names, else on the one whose label its words speak of
 *  first, so that the hand goes where something is to be changed. */
export function refusedFields(
  fields: Fields,
  { says, status, fields: named }: ApiError,
): FormErrors {
  if (status !== 409 || Object.keys(named).length > 0) return named
  const spoken = Object.entries(fields)
    .map(([name, { label }]) => ({ name, at: says.indexOf(label), length: label.length }))
    .filter(({ at, length }) => at >= 0 && length > 1)
    .toSorted((a, b) => a.at - b.at || b.length - a.length)
  const [first] = spoken
  return first === undefined ? {} : { [first.name]: says }
}
