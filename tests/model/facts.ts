import type { FactRef, FactValue, RecordFact } from '../../src/kernel/fact.ts'
import type { Value } from '../../src/kernel/field.ts'
import type { Context, Kind } from '../../src/kernel/kind.ts'
import type { RecordState } from '../../src/kernel/record.ts'
import { dayOf } from '../../src/kernel/time.ts'

type Known = Omit<Context, 'facts'>

/** Everything a kind may want to know of other records, found by going through all of them. */
export function factsIn(
  kind: Kind,
  book: Iterable<RecordState>,
  at: Known,
): Readonly<Record<string, FactValue>> {
  const all = [...book]
  return Object.fromEntries(
    Object.entries(kind.facts ?? {}).map(([name, fact]) => {
      if (!('kind' in fact)) return [name, { count: 0, rows: [] }]
      const found = all.filter((record) => isWanted(fact, record, at))
      found.sort((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1))
      return [name, { count: found.length, rows: fact.want === 'count' ? [] : found.slice(0, 500) }]
    }),
  )
}

function isWanted(fact: RecordFact, record: RecordState, at: Known): boolean {
  if (record.kind !== fact.kind) return false
  if (fact.states !== undefined && !fact.states.includes(record.state)) return false
  for (const [name, ref] of Object.entries(fact.where)) {
    const value = meant(ref, at)
    if (value === undefined || value === null) return false
    if (JSON.stringify(held(record, name)) !== JSON.stringify(value)) return false
  }
  const day = dayOf(record.openedAt)
  if (fact.opened !== undefined) {
    const [from, to] = [meant(fact.opened.from, at), meant(fact.opened.to, at)]
    if (typeof from !== 'string' || typeof to !== 'string') return false
    if (day < from || day > to) return false
  }
  if (fact.within === undefined) return true
  const { community, street, district, city } = at.record.place
  return Object.values(record.place).includes(community ?? street ?? district ?? city)
}

function held(record: RecordState, name: string): Value | undefined {
  if (name === 'id') return record.id
  if (name === 'city' || name === 'district' || name === 'street' || name === 'community')
    return record.place[name]
  return record.fields[name]
}

function meant(ref: FactRef, { input, record, starting, actor, at, world }: Known) {
  if ('value' in ref) return ref.value
  if ('input' in ref) return input[ref.input]
  if ('field' in ref) return starting ? undefined : record.fields[ref.field]
  const unit = actor.by === 'post' ? actor.post.unit : undefined
  switch (ref.own) {
    case 'id':
      return starting ? undefined : record.id
    case 'asker':
      return unit
    case 'askerArea':
      return unit === undefined ? undefined : world.directory.units.get(unit)?.area
    case 'askerCommittee':
      return unit === undefined ? undefined : committeeOf(world, unit)
    case 'today':
      return dayOf(at)
    case 'city':
    case 'district':
    case 'street':
    case 'community':
      return record.place[ref.own]
  }
}

/** The committee of a unit's own area, or the unit itself where the area has none. */
function committeeOf({ directory }: Known['world'], unit: number): number {
  const area = directory.units.get(unit)?.area
  for (const one of directory.units.values())
    if (directory.units.get(unit)?.type !== 'committee' && one.type === 'committee')
      if (one.area === area) return one.id
  return unit
}
