import { hashedBytes } from '../../../platform/store/chain.ts'
import { type Cell, type CopiedTable, lineOf } from '../../../platform/store/copy.ts'
import type { DeltaRow } from '../../../platform/store/rows.ts'
import type { WrittenStep } from '../../../platform/store/step.ts'
import type { Pattern, PatternTable, Written } from './pattern.ts'
import { contactMark, markedId, type Marks, numberMark } from './replay.ts'
import { type Slotting, templateOf } from './template.ts'

type Twins = {
  readonly written: readonly [Written, Written]
  readonly marks: readonly [Marks, Marks]
  /** By how much the second is later. */
  readonly span: number
}

/** What two writings of one life have in common; nothing when they differ in more than ids,
 *  moments, numbers and hashes. */
export function patternOf(twins: Twins): Pattern | undefined {
  const [one, other] = twins.written
  const slots = new Map<string, number>()
  const slot = (name: string) => {
    const known = slots.get(name) ?? slots.size
    slots.set(name, known)
    return known
  }
  const slotting = slottingOf(twins, slot)
  const events = one.steps.flatMap((step, n) => {
    const twin = other.steps[n]
    const head = twin && templateOf(headOf(step), headOf(twin), slotting)
    const body = twin && templateOf(step.body, twin.body, slotting)
    return head && body ? [{ head, body, slot: slot(bodyMark(n)), hash: slot(`hash ${n}`) }] : []
  })
  const made = one.tables.filter(({ name, rows }) => !apart.has(name) && rows.length > 0)
  const tables = made.flatMap((table): PatternTable[] => {
    const { name, columns } = table
    const twin = other.tables.find((each) => each.name === name)
    const lines = twin && templateOf(textOf(table), textOf(twin), slotting)
    return lines === undefined ? [] : [{ name, columns, lines }]
  })
  const deltas = deltasOf(one)
  const isSame = JSON.stringify(deltas) === JSON.stringify(deltasOf(other))
  const isWhole = events.length === one.steps.length && tables.length === made.length
  if (!isSame || !isWhole) return undefined
  const rows = made.reduce((sum, table) => sum + table.rows.length, one.replay.contacts.length)
  return {
    ...valuesOf(twins, { slots, slot }),
    span: twins.span,
    events,
    tables,
    rows,
    deltas,
    size: slots.size,
  }
}

/** Written by themselves: what waits for its seal, what is counted, and whose names are sealed. */
const apart = new Set(['sealing', 'delta', 'contact'])

type Slots = {
  readonly slots: ReadonlyMap<string, number>
  readonly slot: (name: string) => number
}

/** What is to be put in which place. */
function valuesOf({ written: [one, other], marks: [marks] }: Twins, { slots, slot }: Slots) {
  const { replay } = one
  const first = one.steps[0]
  const idSlot = (id: string) => slot(`ids ${numbered(id, marks.ids) ?? -1}`)
  const named = (prefix: string) =>
    [...slots].flatMap(([name, place]) =>
      name.startsWith(prefix) ? [[Number(name.slice(prefix.length)), place] as const] : [],
    )
  const contacts = replay.contacts.map((id, n) => ({
    id: idSlot(id),
    digest: slot(contactMark(n)),
  }))
  const seals = named('seal ').map(([n, place]) => ({
    slot: place,
    id: slot(`ids ${n}`),
    plain: one.texts.get(markedId(marks.ids, n)) ?? '',
  }))
  const asks = named('clocks ').flatMap(([n, place]) => {
    const ask = replay.clockAsks[n]
    const shifts = other.replay.clockAsks[n]?.due !== ask?.due
    return ask === undefined ? [] : [{ ...ask, slot: place, shifts }]
  })
  const record = idSlot(first?.record.id ?? '')
  const number = slot(numberMark)
  const moments = (['iso', 'ms'] as const).flatMap((text) =>
    named(`${text} `).map(([at, place]) => ({ slot: place, at, text })),
  )
  return {
    kind: replay.life.kind.name,
    openedAt: first?.event.at ?? 0,
    record,
    number,
    ids: named('ids ').map(([n, place]) => ({ slot: place, at: replay.idMoments[n] ?? 0 })),
    moments,
    asks,
    contacts,
    seals,
    dice: [...slots].flatMap(([name, place]) => (name.startsWith('dice ') ? [place] : [])),
  }
}

function slottingOf({ written, marks, span }: Twins, slot: Slots['slot']): Slotting {
  const [hashes, otherHashes] = written.map(
    ({ steps }) => new Map(steps.map(({ hash }, n) => [hash.toString('hex'), n])),
  )
  const same = (name: string, n: number | undefined, twin: number | undefined) =>
    n === undefined || n !== twin ? undefined : slot(`${name} ${n}`)
  return (one, other) => {
    if (one.startsWith('§s:')) {
      const [n, twin] = [one, other].map((mark, at) => numbered(mark.slice(3, -1), marks[at]?.ids))
      return same('seal', n, twin)
    }
    if (one.startsWith('§')) return one === other ? slot(one) : undefined
    for (const sort of ['ids', 'clocks'] as const) {
      const n = numbered(one, marks[0][sort])
      if (n !== undefined) return same(sort, n, numbered(other, marks[1][sort]))
    }
    if (one === other) return 'same'
    const hash = hashes?.get(one)
    if (hash !== undefined) return same('hash', hash, otherHashes?.get(other))
    if (diceShape.test(one) && diceShape.test(other)) return slot(`dice ${one}`)
    if (one.endsWith('Z')) return later(Date.parse(one), Date.parse(other), 'iso')
    return /^1\d{12}$/.test(one) ? later(Number(one), Number(other), 'ms') : undefined
  }

  function later(one: number, other: number, text: 'iso' | 'ms') {
    return other - one === span ? slot(`${text} ${one}`) : undefined
  }
}

/** Words kept apart from their record have an id of dice. */
const diceShape = /^[0-9a-f]{8}-[0-9a-f]{4}-4/

function numbered(id: string, mark: string | undefined): number | undefined {
  return mark !== undefined && id.startsWith(`${mark}-`) ? Number(id.slice(24)) : undefined
}

const bodyMark = (n: number) => `§b:${n}§`

/** What is hashed of an event before its body. */
function headOf({ prev, event, record, party, body }: WrittenStep): string {
  const named = { ...event, city: record.place.city, record: record.id, party, body }
  return hashedBytes(prev, named).toString('utf8').slice(0, -body.length)
}

function textOf({ name, columns, rows }: CopiedTable): string {
  const body = columns.indexOf('body')
  return rows
    .map((row, n) => (name === 'event' ? row.with(body, bodyMark(n)) : row))
    .map(lineOf)
    .join('')
}

function deltasOf({ tables }: Written): readonly DeltaRow[] {
  const table = tables.find(({ name }) => name === 'delta')
  const { columns = [], rows = [] } = table ?? {}
  return rows.map((row) => {
    const cell = (name: string) => row[columns.indexOf(name)]
    return {
      district: whole(cell('district')),
      street: whole(cell('street')),
      community: whole(cell('community')),
      unit: Number(cell('unit')),
      category: String(cell('category')),
      day: String(cell('day')),
      kind: String(cell('kind')),
      measure: String(cell('measure')),
      n: Number(cell('n')),
    }
  })
}

function whole(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null
}
