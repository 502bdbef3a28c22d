import { maskName, maskPhone } from '../../kernel/personal-numbers.ts'
import type { ContactRow, Keys } from './types.ts'

/** A contact sealed for the store, with masks for showing and an index for finding by number. */
export function contactRow(
  id: string,
  given: object,
  keys: Pick<Keys, 'seal' | 'index'>,
): ContactRow {
  const { name, phone, note } = wordsOf(given)
  const digits = phoneDigits(phone)
  return {
    id,
    name: name === '' ? null : keys.seal(name, contactPlace(id, 'name')),
    phone: phone === '' ? null : keys.seal(phone, contactPlace(id, 'phone')),
    phoneIndex: digits === '' ? null : keys.index(digits),
    note: note === '' ? null : keys.seal(note, contactPlace(id, 'note')),
    maskName: maskName(name),
    maskPhone: maskPhone(phone),
  }
}

export type ContactPart = 'name' | 'phone' | 'note'

/** Where a part of a contact is sealed: nobody can swap two people's numbers by swapping rows. */
export function contactPlace(id: string, part: ContactPart): string {
  return `contact:${id}:${part}`
}

/** The form of a number by which it is found: digits only, without the country's code. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
}

export function wordsOf(given: object) {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
  return {
    name: 'name' in given ? text(given.name) : '',
    phone: 'phone' in given ? text(given.phone) : '',
    note: 'note' in given ? text(given.note) : '',
  }
}
