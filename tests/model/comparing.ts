import type { Party, RecordState } from '../../src/kernel/record.ts'

/** In what two tellings of a record differ; clocks and counters are not the model's. */
export function differences(theirs: RecordState, ours: RecordState): readonly string[] {
  const [a, b] = [told(theirs), told(ours)]
  return Object.keys(a).flatMap((name) =>
    a[name] === b[name] ? [] : [`${name} is ${a[name]}, in the model ${b[name]}`],
  )
}

function told(record: RecordState): Readonly<Record<string, string>> {
  const { state, version, title, fields, place, takers, parties, closedAt } = record
  const whole = { state, version, title, fields, place, takers, closedAt }
  return Object.fromEntries(
    Object.entries({ ...whole, parties: parties.map(partyTold) }).map(([name, value]) => [
      name,
      plain(value),
    ]),
  )
}

function partyTold({ unit, role, state, fields, joinedAt }: Party) {
  return { unit, role, state, fields, joinedAt }
}

/** The same for the same content: keys in order, and of kept words what they digest to. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`
  if (value === undefined) return 'nothing'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  // Whose words or contact they are is told by what they digest to, where that can be known.
  if ('contact' in value) return 'contact'
  const entries = Object.entries(value)
    .filter(([name, held]) => held !== undefined && !('content' in value && name === 'content'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, held]) => `${name}:${plain(held)}`).join()}}`
}
