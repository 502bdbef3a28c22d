import type { Walk } from '../lives.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { numberOf } from '../../../../kernel/field.ts'
import type { RecordState } from '../../../../kernel/record.ts'
import { minuteMs, type Instant } from '../../../../kernel/time.ts'
import { workingLater } from '../pace.ts'
import { ask, type Data, holder, later, type Play } from '../play.ts'

type Asked = { readonly command: string; readonly actor: Actor; readonly data?: Data }

/** Asks of a finding; `party` names the unit whose part it is. */
export function asks(play: Play, { id }: Walk, { command, actor, data = {} }: Asked): boolean {
  return ask(play, { kind: 'grid-finding', record: id, command, actor, data }) !== undefined
}

export function asksAsParty(
  play: Play,
  { id }: Walk,
  { command, unit, data = {} }: { command: string; unit: number; data?: Data },
): void {
  const member = play.city.record(id)?.parties.find((party) => party.unit === unit)
  const from = command === 'finishPart' ? 'working' : 'called'
  if (member?.state !== from) return
  const party = { role: 'department', unit }
  const actor = holder(play, unit, 'worker', 'clerk')
  ask(play, { kind: 'grid-finding', record: id, command, party, actor, data })
}

/** Plans something for as long as the finding stays in the state it is in. */
export function plans(
  { play, walk, at }: { readonly play: Play; readonly walk: Walk; readonly at: Instant },
  act: (now: RecordState) => void,
): void {
  const { visit } = walk
  later(play, at, () => {
    const now = walk.visit === visit ? play.city.record(walk.id) : undefined
    if (now !== undefined) act(now)
  })
}

/** So many working hours on, or as many minutes for what cannot wait. */
export function soon(
  play: Play,
  walk: Walk,
  { at, hours }: { at: Instant; hours: number },
): Instant {
  return walk.traits.urgent || walk.traits.quick
    ? at + (2 + play.random() * 6) * minuteMs
    : workingLater(play.world.calendar, at, hours)
}

/** Somebody at the desk where the finding lies. */
export function atDesk(play: Play, record: RecordState): Actor {
  return holder(play, numberOf(record.fields, 'desk') ?? 0, 'worker', 'dispatcher', 'clerk')
}

export function atHandler(play: Play, record: RecordState): Actor {
  return holder(play, numberOf(record.fields, 'handler') ?? 0, 'worker', 'clerk')
}
