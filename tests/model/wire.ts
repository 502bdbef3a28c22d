import type { Fields, Value } from '../../src/kernel/field.ts'
import type { Data } from './inputs.ts'

/** Generated input as a page sends it: moments in words, contacts in clear. */
export function onTheWire(fields: Fields, data: Data): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, sent(fields[name]?.type, value)]),
  )
}

function sent(type: string | undefined, value: Value): unknown {
  if (type === 'moment' && typeof value === 'number') return new Date(value).toISOString()
  if (type === 'contact') return { name: '王某', phone: '13800000000' }
  return value
}
