/** Most signs of a name that are kept: the end, which tells what it is. */
const most = 80

/** The name of a file as its sender calls it: no folders, nothing that is not seen or turns the
 *  direction of reading, and not cut within a sign. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const seen = last.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
  return [...seen].slice(-most).join('').trim()
}
