import type { Level } from '../../../kernel/directory.ts'
import type { Cover, Having } from '../../../kernel/indicator.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { HttpDeps } from '../deps.ts'
import { types as unitTypes } from '../settings/units.ts'

export const levelNames: Readonly<Record<Level, string>> = {
  city: '市',
  district: '区',
  street: '街道',
  community: '社区',
  grid: '网格',
}

type Words = Pick<HttpDeps, 'registry'>

/** A measure in words: what its counter is called, a state it stood in, an answer given apart. */
export function measureLabel({ registry }: Words, name: string, measure: string): string {
  const kind = registry.get(name)
  const [sort, field = '', value = ''] = measure.split(':')
  if (sort === 'state') return `“${kind?.states[field]?.label ?? field}”`
  if (sort === 'apart') return `“${apartLabel(kind, field, value)}”`
  return `“${kind?.counters?.[measure]?.label ?? measure}”`
}

/** What a cover asks about: streets, departments, the values of a list. */
export function thingsLabel(
  { registry }: Words,
  of: Cover['of'],
  having: readonly Having[],
): string {
  if ('areas' in of) return levelNames[of.areas]
  if ('units' in of) return unitTypes.find(({ value }) => value === of.units)?.label ?? '单位'
  const kind = registry.get(having[0]?.kind ?? '')
  return kind?.countedBy === undefined ? '类' : (kind.fields[kind.countedBy]?.label ?? '类')
}

/** Answers given apart are no field of the record: the command that asks them says what they mean. */
function apartLabel(kind: Kind | undefined, field: string, value: string): string {
  const commands = Object.values(kind?.states ?? {}).flatMap(({ commands: own = {} }) =>
    Object.values(own),
  )
  const asked = [...Object.values(kind?.starts ?? {}), ...commands].flatMap(
    ({ input = {} }) => input[field] ?? [],
  )
  const options = asked[0]?.options
  const own = Array.isArray(options) ? options.find((option) => option.value === value) : undefined
  return own?.label ?? value
}
