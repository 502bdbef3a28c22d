import { alphabet, asTyped } from './alphabet.ts'

/**
 * The code a resident follows a case with, made of random bytes handed in: eight characters,
 * about 39 bits. It is a secret but a short one, so whoever checks it must limit the tries.
 */
export function queryCodeOf(random: Uint8Array): string {
  // With 16 bytes the remainder favours no character by more than one part in 10^26.
  if (random.length < 16) throw new RangeError('a query code needs 16 random bytes')
  let left = BigInt(`0x${Buffer.from(random.subarray(0, 16)).toString('hex')}`)
  let code = ''
  while (code.length < codeLength) {
    code += alphabet.charAt(Number(left % base))
    left /= base
  }
  return code
}

/** A code as somebody typed it, in its plain form; nothing if it cannot be one. */
export function readQueryCode(text: string): string | undefined {
  const plain = asTyped(text)
  return shape.test(plain) ? plain : undefined
}

const codeLength = 8
const base = BigInt(alphabet.length)
const shape = new RegExp(`^[${alphabet}]{${codeLength}}$`)
