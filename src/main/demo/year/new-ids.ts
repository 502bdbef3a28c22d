import { randomBytes } from 'node:crypto'

const poolBytes = 72_000
const digitsEach = 18

/** Ids by the hundred thousand: version 7 of a moment, or all of dice. */
export const newIds = { at: idAt, ofDice }

function idAt(at: number): string {
  const time = Math.floor(at).toString(16).padStart(12, '0')
  const dice = diceOf()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${dice.slice(0, 3)}-${tailOf(dice)}`
}

function ofDice(): string {
  const [one, dice] = [diceOf(), diceOf()]
  return `${one.slice(0, 8)}-${one.slice(8, 12)}-4${dice.slice(0, 3)}-${tailOf(dice)}`
}

/** The variant's two bits, and the rest. */
function tailOf(dice: string): string {
  return `${variants[Number.parseInt(dice.charAt(3), 16) & 3] ?? '8'}${dice.slice(3, 6)}-${dice.slice(6)}`
}

const variants = ['8', '9', 'a', 'b']

let pool = ''
let taken = 0

function diceOf(): string {
  if (taken + digitsEach > pool.length) {
    pool = randomBytes(poolBytes).toString('hex')
    taken = 0
  }
  taken += digitsEach
  return pool.slice(taken - digitsEach, taken)
}
