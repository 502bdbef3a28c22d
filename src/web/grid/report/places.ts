import { listIn, numberIn, textIn } from '../../residents/net/read.ts'

export type Area = { readonly code: number; readonly name: string; readonly level: string }

/** The areas right under one, as the platform lists them. */
export function areasIn(body: unknown): readonly Area[] {
  return listIn(body).map((from) => ({
    code: numberIn(from, 'code'),
    name: textIn(from, 'name'),
    level: textIn(from, 'level'),
  }))
}

/** Community codes have twelve digits. */
export function isCommunity(code: number): boolean {
  return String(code).length === 12
}
