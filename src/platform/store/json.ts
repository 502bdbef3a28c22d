import type { Values } from '../../kernel/field.ts'
import type { ClockState } from '../../kernel/record.ts'

/** What our own commit wrote as JSON, read back. The chain over events and the recheck over rows
 *  vouch for its shape, so it is not examined field by field on every read. */
export function valuesIn(json: unknown): Values {
  return objectIn<Values>(json)
}

export function clocksIn(json: unknown): Readonly<Record<string, ClockState>> {
  return objectIn<Readonly<Record<string, ClockState>>>(json)
}

export function objectIn<T extends object>(json: unknown): T {
  if (typeof json !== 'object' || json === null) throw new TypeError('a row holds no JSON object')
  return json as T
}
