import { isDay } from './time.ts'

/**
 * GB 32100: the unified social credit code, lower case taken as upper.
 *
 * Judges the code's own check character and leaves out the one of the organisation code inside
 * it (characters 9 to 17): registers hold codes whose inner character never followed the rule.
 */
export function isCreditCode(text: string): boolean {
  const code = text.toUpperCase()
  if (!creditShape.test(code)) return false
  const sum = weighted(code.slice(0, 17), creditAlphabet, creditWeights)
  return creditAlphabet[(31 - (sum % 31)) % 31] === code[17]
}

/** GB 11714: the organisation code, with or without the hyphen before its check character. */
export function isOrganisationCode(text: string): boolean {
  const code = text.toUpperCase().replace('-', '')
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false
  const check = (11 - (weighted(code.slice(0, 8), letters, organisationWeights) % 11)) % 11
  return code[8] === (check === 10 ? 'X' : String(check))
}

/**
 * GB 11643: the identity number of citizens, of residents of Hong Kong, Macao and Taiwan and of
 * foreigners with a residence card. The region is not looked up: people keep abolished regions.
 */
export function isIdentityNumber(text: string): boolean {
  const code = text.toUpperCase()
  if (!/^[1-9]\d{5}(?:18|19|20)\d{9}[0-9X]$/.test(code)) return false
  const born = `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`
  return (
    isDay(born) &&
    identityChecks[weighted(code.slice(0, 17), letters, identityWeights) % 11] === code[17]
  )
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditShape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const identityChecks = '10X98765432'

function weighted(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text[at] ?? ''), 0)
}
