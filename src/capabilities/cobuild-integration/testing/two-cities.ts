import type { Actor } from '../../../kernel/actor.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { Parcel } from '../../../kernel/parcel.ts'
import { type Rehearsal, rehearse, type Rehearsed, type Step } from '../../../kernel/rehearsal.ts'
import { at, governedWorld, post, unit } from '../../../kernel/testing.ts'
import type { World } from '../../../kernel/world.ts'
import { allianceMatter } from '../alliance-matter/kind.ts'
import { alliance } from '../alliance/kind.ts'

type Data = Readonly<Record<string, Value>>
type Posted = { readonly parcel: Parcel; readonly from: Step; readonly data: Data }

/** A city of the story: what happens in it, and what it has posted and nobody carried yet. */
type City = {
  readonly code: number
  readonly rehearsal: Rehearsal
  readonly world: World
  readonly posted: Posted[]
  /** `command` of a party is written 'role/unit/command'. */
  readonly does: (id: string, command: string, how: readonly [by: Actor, data?: Data]) => Rehearsed
  readonly state: (id: string) => string
  /** Remembers the words of a step that was asked past `does`. */
  readonly keeps: (step: Step) => void
}

const kinds: ReadonlyMap<string, Kind> = new Map(
  [alliance, allianceMatter].map((kind) => [kind.name, kind]),
)

export const host = post('secretary', unit.cityCommittee)
export const street = post('secretary', unit.street)
export const other = post('secretary', unit.otherStreet)

/** Two towns of one plan with codes of their own, and a courier that carries when it is told to. */
function twoCities() {
  let now = at('08-03 09:00')
  const later = () => (now += 60_000)
  const here = cityOf(1, later)
  const there = cityOf(2, later)
  const refused: string[] = []
  const carry = () => {
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const)
      for (const one of from.posted.splice(0)) {
        const told = bring(one, { from: from.code, to, when: later() })
        if (!told.ok) refused.push(`${one.parcel.command} ${told.refused}`)
      }
  }
  return { here, there, carry, refused, later }
}

function bring(
  { parcel, data, from: step }: Posted,
  { from, to, when }: { readonly from: number; readonly to: City; readonly when: number },
): Rehearsed {
  const actor = { by: 'courier', city: from } as const
  const line = { command: parcel.command, actor, at: when, data }
  return 'open' in parcel
    ? to.rehearsal.ask({ ...line, kind: parcel.open, place: { city: 1 }, id: step.after.id })
    : to.rehearsal.ask({ ...line, kind: parcel.kind, record: parcel.ask })
}

function cityOf(code: number, later: () => number): City {
  const posted: Posted[] = []
  const said = new Map<string, string>()
  const clear = (value: Value): Value =>
    typeof value === 'object' && value !== null && 'content' in value
      ? (said.get(value.content) ?? '')
      : value
  let ids = 0
  const world = governedWorld(kinds.values())
  const rehearsal = rehearse({
    kinds,
    world,
    nextId: () => `${code}-${(ids += 1)}`,
    nextNumber: () => `no-${code}-${ids}`,
    posted: (parcel, from) => {
      keepWords(from)
      const words = 'open' in parcel ? parcel.words : {}
      const input = Object.entries(parcel.input).map(([name, value]) => [name, clear(value)])
      posted.push({ parcel, from, data: { ...Object.fromEntries(input), ...words } })
    },
  })
  return {
    code,
    rehearsal,
    world,
    posted,
    keeps: keepWords,
    state: (id) => rehearsal.record(id)?.state ?? 'none',
    does: (id, name, [actor, data = {}]) => {
      const [role = '', member, own] = name.split('/')
      const party = own === undefined ? undefined : { role, unit: Number(member) }
      const kind = rehearsal.record(id)?.kind ?? ''
      const told = rehearsal.ask({
        kind,
        command: own ?? name,
        record: id,
        actor,
        at: later(),
        party,
        data,
      })
      if (told.ok) told.steps.forEach(keepWords)
      return told
    },
  }

  function keepWords({ contents }: Step): void {
    for (const { id, text } of contents) said.set(id, text)
  }
}

/** The front street of the first city prepares an alliance and invites the other city. */
export function inviting() {
  const cities = twoCities()
  const { here, carry, later } = cities
  const begun = here.rehearsal.ask({
    kind: 'alliance',
    command: 'prepare',
    actor: street,
    at: later(),
    place: placeOf(governedWorld([]).directory, 111),
    data: { title: '界河毗邻党建联盟', sort: 'neighbour', charter: '边界共治' },
  })
  if (!begun.ok) throw new Error(begun.refused)
  begun.steps.forEach(here.keeps)
  const { id } = begun.record
  const invited = here.does(id, 'inviteCity', [street, { withCity: '2' }])
  if (!invited.ok) throw new Error(invited.refused)
  carry()
  return { ...cities, id }
}

/** The same, running: the back street of the other city joined. */
export function runningAcross() {
  const told = inviting()
  const { here, there, carry, id } = told
  there.does(id, 'invite', [host, { units: [unit.otherStreet] }])
  there.does(id, `member/${unit.otherStreet}/join`, [other])
  carry()
  here.does(id, 'found', [street])
  carry()
  return told
}
