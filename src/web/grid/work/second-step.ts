import { objectIn, textIn } from '../../residents/net/read.ts'

export type Way = 'totp' | 'passkey' | 'recovery'

/** The password was right; one of these is still to be given. */
export type SecondStep = { readonly ways: readonly Way[] }

/** The ways that an answer to signing in names; none where one is signed in. */
export function waysIn(body: unknown): readonly Way[] {
  const from = objectIn(body)
  if (textIn(from, 'needs') !== 'second') return []
  const named: unknown = from['ways']
  const known = all.filter((way) => Array.isArray(named) && named.includes(way))
  // With neither app nor passkey here, codes kept on paper are what is left.
  return known.length === 0 ? ['recovery'] : known
}

const all: readonly Way[] = ['totp', 'passkey', 'recovery']
