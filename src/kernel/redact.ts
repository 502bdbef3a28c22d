import { maskNumbers } from './personal-numbers.ts'

/** Who brought a record, as known from its contact. */
export type Person = { readonly name: string; readonly phone: string }

/** Words without the name and number of the people they must not give away; stars take their place,
 *  one for each character. A name of one character is too common a word to be taken out. */
export function withoutPersons(text: string, persons: readonly Person[]): string {
  return persons.reduce(
    (words, { name, phone }) => withoutPhone(withoutName(words, name), phone),
    text,
  )
}

/** The same, and without any telephone or identity number. */
export function withoutPersonal(text: string, persons: readonly Person[]): string {
  return maskNumbers(withoutPersons(text, persons))
}

/** Spaces, dots and letter case are no disguise. */
function withoutName(text: string, name: string): string {
  const letters = [...name.normalize('NFKC')].filter((one) => !between.test(one))
  if (letters.length < 2) return text
  return text.replaceAll(new RegExp(letters.map(anyForm).join(gap), 'giu'), starred)
}

function withoutPhone(text: string, phone: string): string {
  const digits = [...phone.normalize('NFKC')].filter((one) => /\d/u.test(one))
  const own = digits.length > 11 && digits.slice(0, 2).join('') === '86' ? digits.slice(2) : digits
  if (own.length < 5) return text
  return text.replaceAll(
    new RegExp(own.map(anyForm).join('[\\s\\-\u2013\u2014()（）]*'), 'gu'),
    starred,
  )
}

const between = /[\s·•‧・．.]/u
const gap = '[\\s·•‧・．.]*'

/** Half and full width are the same character. */
function anyForm(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const wide = code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : ''
  return wide === '' ? escaped(letter) : `(?:${escaped(letter)}|${wide})`
}

function escaped(letter: string): string {
  return /[\\^$.*+?()[\]{}|/]/u.test(letter) ? `\\${letter}` : letter
}

function starred(found: string): string {
  return '*'.repeat([...found].length)
}
