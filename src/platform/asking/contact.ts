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
    name: name === '' ? null : keys.seal(name),
    phone: phone === '' ? null : keys.seal(phone),
    phoneIndex: digits === '' ? null : keys.index(digits),
    note: note === '' ? null : keys.seal(note),
    maskName: maskedName(name),
    maskPhone: maskedPhone(phone),
  }
}

/** The form of a number by which it is found: digits only, without the country's code. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
}

/** 王小明 -> 王** */
export function maskedName(name: string): string {
  const [first, ...rest] = name
  return first === undefined ? '' : `${first}${'*'.repeat(Math.max(1, rest.length))}`
}

/** 13812345678 -> 138****5678; shorter numbers keep their last two digits. */
export function maskedPhone(phone: string): string {
  const digits = phoneDigits(phone)
  if (digits === '') return ''
  return digits.length >= 11
    ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
    : `****${digits.slice(-2)}`
}

function wordsOf(given: object) {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
  return {
    name: 'name' in given ? text(given.name) : '',
    phone: 'phone' in given ? text(given.phone) : '',
    note: 'note' in given ? text(given.note) : '',
  }
}
