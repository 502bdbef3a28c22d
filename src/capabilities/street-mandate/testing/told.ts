import type { Actor } from '../../../kernel/actor.ts'
import { deltasOf } from '../../../kernel/derive.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Value } from '../../../kernel/field.ts'
import type { FigureReader } from '../../../kernel/figure-fact.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { type Line, rehearse, type Rehearsed, type Step } from '../../../kernel/rehearsal.ts'
import { at, governedWorld } from '../../../kernel/testing.ts'
import { instantOf } from '../../../kernel/time.ts'
import { asLimit } from '../../../kernel/turn.ts'
import type { World } from '../../../kernel/world.ts'

export type Data = Readonly<Record<string, Value>>
type When = readonly [by: Actor, at: string, data?: Data]

/** What happens in the governed town, step by step, with everything that was counted on the way. */
export type Told = {
  readonly world: World
  /** Begins a record where an area is; a refusal fails the test. */
  readonly begin: (start: string, area: number, when: When) => string
  /** The same, as the code of the refusal. */
  readonly tries: (start: string, area: number, when: When) => string | undefined
  readonly does: (id: string, command: string, when: When) => void
  readonly refused: (id: string, command: string, when: When) => string | undefined
  /** Lets time pass; answers with what the clocks recorded. */
  readonly until: (moment: string) => readonly string[]
  readonly record: (id: string) => RecordState
  readonly state: (id: string) => string
  /** Every record of a kind, as it stands. */
  readonly all: (kind: string) => readonly RecordState[]
  /** What was counted so far of a kind, states apart. */
  readonly counted: (kind: string) => Readonly<Record<string, number>>
}

export function tell(
  kinds: readonly Kind[],
  world = governedWorld(kinds),
  figures?: FigureReader,
): Told {
  const { steps, until, start, step, find } = played(kinds, world, figures)
  const record = (id: string) => {
    const found = find(id)
    if (found === undefined) throw new Error(`no record ${id}`)
    return found
  }
  const idsOf = (kind: string) =>
    new Set(steps.filter((one) => one.kind.name === kind).map((one) => one.after.id))
  return {
    world,
    begin: (...asked) => {
      const told = start(...asked)
      if (!told.ok) throw new Error(`${asked[0]} is refused: ${told.refused}`)
      return told.record.id
    },
    tries: (...asked) => codeOf(start(...asked)),
    does: (...asked) => {
      const code = codeOf(step(...asked))
      if (code !== undefined) throw new Error(`${asked[1]} is refused: ${code}`)
    },
    refused: (...asked) => codeOf(step(...asked)),
    until,
    record,
    state: (id) => record(id).state,
    all: (kind) => [...idsOf(kind)].map(record),
    counted: (kind) => countedIn(steps, world, kind),
  }
}

/** The town, with every step that was taken in it. */
function played(kinds: readonly Kind[], world: World, figures: FigureReader | undefined) {
  const steps: Step[] = []
  let ids = 0
  const city = rehearse({
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    world,
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
    ...(figures === undefined ? {} : { figures }),
  })
  const until = (moment: string) => {
    const passed = city.until(momentOf(moment))
    steps.push(...passed)
    return passed.map(({ event }) => event.type)
  }
  const asks = (moment: string, line: Omit<Line, 'at'>) => {
    until(moment)
    const told = city.ask({ ...line, at: momentOf(moment) })
    if (told.ok) steps.push(...told.steps)
    return told
  }
  const start = (name: string, area: number, [actor, moment, data = {}]: When) => {
    const [kind = '', command = ''] = name.split('/')
    return asks(moment, { kind, command, actor, place: placeOf(world.directory, area), data })
  }
  const step = (id: string, name: string, [actor, moment, data = {}]: When) => {
    const [role = '', member, own] = name.split('/')
    const party = own === undefined ? undefined : { role, unit: Number(member) }
    const kind = city.record(id)?.kind ?? ''
    return asks(moment, { kind, command: own ?? name, record: id, actor, party, data })
  }
  return { steps, until, start, step, find: (id: string) => city.record(id) }
}

/** '08-03 09:00' of 2026, or a moment with its year. */
function momentOf(text: string): number {
  if (text.length < 15) return at(text)
  return instantOf(`${text.replace(' ', 'T')}:00+08:00`) ?? Number.NaN
}

/** The limits a city begins with, as a table by hand states them: '10 working-day'. */
export function limitsOf({ parameters = {} }: Kind): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { default: value }]) => {
      const limit = asLimit(value)
      return [name, limit === undefined ? JSON.stringify(value) : `${limit.qty} ${limit.unit}`]
    }),
  )
}

function codeOf(told: Rehearsed): string | undefined {
  return told.ok ? undefined : told.refused
}

function countedIn(steps: readonly Step[], world: World, kind: string) {
  const sums: Record<string, number> = {}
  for (const step of steps.filter((one) => one.kind.name === kind))
    for (const { measure, n } of deltasOf(step.kind, world, step))
      if (!measure.startsWith('state:')) sums[measure] = (sums[measure] ?? 0) + n
  return sums
}
