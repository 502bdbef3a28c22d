/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it, as does text that
 * already begins with apostrophes before such a sign, so that taking one away restores every text.
 */
export function guardCell(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text
}

export function unguardCell(text: string): string {
  return text.startsWith("'") && GUARDED.test(text.slice(1)) ? text.slice(1) : text
}

/** The full-width forms count too: Chinese and Japanese editions take them for the plain ones. */
const GUARDED = /^'*[=+\-@\t\r\n＝＋－＠]/u
