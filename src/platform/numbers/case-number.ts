import { type Day, isDay } from '../../kernel/time.ts'
import { alphabet, asTyped } from './alphabet.ts'

/** How many cases a day can have: five characters. */
export const casesPerDay = alphabet.length ** 5

/**
 * The number of a case as people say it: six digits of the date, five characters, one check
 * character. Twelve characters without a gap; screens may set gaps, `readCaseNumber` drops them.
 */
export function formatCaseNumber(day: Day, counter: number): string {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  if (!Number.isInteger(counter) || counter < 0 || counter >= casesPerDay) {
    throw new RangeError(`a day has no case ${counter}`)
  }
  const body = day.slice(2).replaceAll('-', '') + inAlphabet(counter)
  const check = (alphabet.length - (weighted(body) % alphabet.length)) % alphabet.length
  return body + alphabet.charAt(check)
}

/** Whether a number in its plain form is sound: any one wrong character and any two neighbours
 *  swapped are noticed. */
function checkCaseNumber(text: string): boolean {
  return shape.test(text) && isDay(dayOfNumber(text)) && weighted(text) % alphabet.length === 0
}

/** A number as somebody typed it, in its plain form; nothing if it is not sound. */
export function readCaseNumber(text: string): string | undefined {
  const plain = asTyped(text)
  return checkCaseNumber(plain) ? plain : undefined
}

const shape = new RegExp(`^\\d{6}[${alphabet}]{6}$`)

/** Weights 12 down to 1, all different and none a multiple of 29: what makes the check sure. */
function weighted(text: string): number {
  return Array.from(text).reduce((sum, char, at) => sum + (12 - at) * alphabet.indexOf(char), 0)
}

function inAlphabet(counter: number): string {
  let text = ''
  for (let left = counter; text.length < 5; left = Math.floor(left / alphabet.length)) {
    text = alphabet.charAt(left % alphabet.length) + text
  }
  return text
}

function dayOfNumber(text: string): Day {
  return `20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`
}
