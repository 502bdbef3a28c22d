export type Json = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands in a value under these names, one in the other. */
export function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((one, name) => (isObject(one) ? one[name] : undefined), value)
}

export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : []
}

export function textsOf(values: readonly unknown[]): readonly string[] {
  return values.filter((one): one is string => typeof one === 'string')
}
