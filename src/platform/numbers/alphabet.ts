/** Digits and the letters nobody takes for another: no B, I, L, O, Q, S, Z. 29 is a prime, which
 *  the check character needs. */
export const alphabet = '0123456789ACDEFGHJKMNPRTUVWXY'

/** What people type or read out, in the alphabet: full-width, lower case, gaps and look-alikes. */
export function asTyped(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.·–—-]/g, '')
    .replace(/[BILOQSZ]/g, (letter) => lookAlikes[letter] ?? letter)
}

const lookAlikes: Readonly<Record<string, string>> = {
  B: '8',
  I: '1',
  L: '1',
  O: '0',
  Q: '0',
  S: '5',
  Z: '2',
}
