import { listIn, textIn } from '../net/read.ts'
import { keep, kept } from '../storage.ts'

export type KeptCode = { readonly number: string; readonly code: string }

/** Newest first, each number once, and no more than a list can show. */
export function withCode(
  codes: readonly KeptCode[],
  { number, code }: KeptCode,
): readonly KeptCode[] {
  return [{ number, code }, ...withoutCode(codes, number)].slice(0, 20)
}

export function withoutCode(codes: readonly KeptCode[], number: string): readonly KeptCode[] {
  return codes.filter((one) => one.number !== number)
}

export function keptCodes(): readonly KeptCode[] {
  return listIn(kept(key))
    .map((one) => ({ number: textIn(one, 'number'), code: textIn(one, 'code') }))
    .filter(({ number, code }) => number !== '' && code !== '')
}

export function keepCodes(codes: readonly KeptCode[]): void {
  keep(key, codes)
}

const key = 'codes'
