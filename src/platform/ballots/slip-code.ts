import { randomBytes } from 'node:crypto'
import { alphabet, asTyped } from '../numbers/alphabet.ts'

/**
 * The code on a slip: seventeen signs of dice (82 bits) and one that tells a misread sign, in six
 * groups of three for people who type it off paper.
 */
export function newSlipCode(): string {
  // Of 32 bytes the remainder favours no sign by more than one part in 10^50.
  let left = BigInt(`0x${randomBytes(32).toString('hex')}`)
  let code = ''
  while (code.length < signs) {
    code += alphabet.charAt(Number(left % base))
    left /= base
  }
  return shownCode(`${code}${checkSign(code)}`)
}

/** A code as somebody typed it, in its plain form; nothing where a sign is wrong or missing. */
export function readSlipCode(text: string): string | undefined {
  const plain = asTyped(text)
  const isOne = shape.test(plain) && checkSign(plain.slice(0, signs)) === plain.slice(signs)
  return isOne ? plain : undefined
}

function shownCode(plain: string): string {
  return (plain.match(/.{3}/g) ?? []).join('-')
}

/** Weighted by place, in a prime base: one wrong sign or two swapped ones never go unnoticed. */
function checkSign(code: string): string {
  const sum = [...code].reduce((all, sign, at) => all + alphabet.indexOf(sign) * (at + 2), 0)
  return alphabet.charAt(sum % alphabet.length)
}

const signs = 17
const base = BigInt(alphabet.length)
const shape = new RegExp(`^[${alphabet}]{${signs + 1}}$`)
