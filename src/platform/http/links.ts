import { timingSafeEqual } from 'node:crypto'
import type { RecordState } from '../../kernel/record.ts'
import { queryCodeOf, readQueryCode } from '../numbers/query-code.ts'
import type { HttpDeps } from './deps.ts'
import { linkMs } from './wire.ts'

/**
 * A resident's way back to a record: its number, and a code that follows from the record's id
 * under the city's key. Nothing needs to be stored, so nothing can be lost between the commit and
 * the answer, and a resend is told the same code.
 */
export function residentLink(
  deps: Pick<HttpDeps, 'keys'>,
  record: Pick<RecordState, 'id' | 'number'>,
): { readonly number: string; readonly code: string } {
  const bytes = Buffer.from(deps.keys.digest(`query-code|${record.id}`), 'hex')
  return { number: record.number, code: queryCodeOf(bytes) }
}

export function isCodeOf(
  deps: Pick<HttpDeps, 'keys'>,
  record: Pick<RecordState, 'id' | 'number'>,
  typed: string,
): boolean {
  const read = readQueryCode(typed)
  return read !== undefined && same(read, residentLink(deps, record).code)
}

/** A token that opens one record until a moment. */
export function tokenFor(deps: HttpDeps, record: string): string {
  const until = deps.now() + linkMs
  return `${record}.${until}.${macOf(deps, record, until)}`
}

/** The record a token opens; nothing when it was made up or has run out. */
export function recordOfToken(deps: HttpDeps, token: string): string | undefined {
  const [record = '', until = '', mac = ''] = token.split('.')
  if (!(Number(until) > deps.now())) return undefined
  return same(mac, macOf(deps, record, Number(until))) ? record : undefined
}

function macOf(deps: Pick<HttpDeps, 'keys'>, record: string, until: number): string {
  return deps.keys.digest(`resident-link|${record}|${until}`)
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
