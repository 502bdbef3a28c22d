import type { Fields, Value } from '../../kernel/field.ts'
import type { Step } from '../../kernel/rehearsal.ts'
import { contactRow } from '../../platform/asking/contact.ts'
import type { ApartValue, ContactRow, Keys } from '../../platform/asking/types.ts'
import type { Life } from '../../platform/store/bulk.ts'
import type { SimulatedLife } from './simulate.ts'

type Person = { readonly name: string; readonly phone: string }

/** A simulated life in the form in which lives are written, its people's contacts sealed. */
export function storedLife(
  { kind, steps }: SimulatedLife,
  keys: Pick<Keys, 'seal' | 'index'>,
  person: (contact: string) => Person | undefined,
): Life {
  return {
    kind,
    steps: steps.map((step) => {
      const { before, after, event, command, input, words, contents, openedBy } = step
      const contacts = contactsOf(step).flatMap((id): ContactRow[] => {
        const known = person(id)
        return known === undefined ? [] : [contactRow(id, known, keys)]
      })
      const apart = apartValues(command.input ?? {}, step)
      const prepared = { input, words, contents, contacts, files: [], apart }
      return { kind, before, record: after, event, command, prepared, openedBy }
    }),
  }
}

/** Contacts are given with a record's first step, or with a correction of them. */
function contactsOf({ input, before }: Step): readonly string[] {
  return Object.entries(input).flatMap(([name, value]) => {
    const id = contactIn(value)
    return id === undefined || id === contactIn(before?.fields[name]) ? [] : [id]
  })
}

function contactIn(value: Value | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'contact' in value
    ? value.contact
    : undefined
}

function apartValues(fields: Fields, { apart }: Step): readonly ApartValue[] {
  return Object.entries(apart).flatMap(([field, value]): ApartValue[] => {
    if (typeof value !== 'string') return []
    const isWords = fields[field]?.type === 'text' || fields[field]?.type === 'long'
    return [{ field, keep: isWords ? 'words' : 'count', value }]
  })
}
