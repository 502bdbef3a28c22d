export type Loose = Readonly<Record<string, unknown>>

/** What came over the wire, looked at field by field: nothing is believed to be there. */
export function objectIn(value: unknown): Loose {
  return isObject(value) ? value : {}
}

export function textIn(from: Loose, name: string): string {
  const value = from[name]
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

export function numberIn(from: Loose, name: string): number {
  const value = from[name]
  return typeof value === 'number' ? value : Number.NaN
}

export function flagIn(from: Loose, name: string): boolean {
  return from[name] === true
}

export function listIn(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.map(objectIn) : []
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
