import { findPersonalNumbers } from '../../../kernel/personal-numbers.ts'

/** Telephone and identity numbers in a text that nobody has said yes to. */
export function numbersIn(text: string, kept: readonly string[]): readonly string[] {
  const numbers = findPersonalNumbers(text).map(({ start, end }) => text.slice(start, end))
  return numbers.filter((number) => !kept.includes(number))
}
