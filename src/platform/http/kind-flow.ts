import { isOfSystem } from '../../kernel/actor.ts'
import type { Command, Kind, State } from '../../kernel/kind.ts'
import { takenBackState } from '../../kernel/taken-back.ts'

/** The states of a kind, or of a party in it, and what leads from one to the next. */
export type FlowView = {
  readonly states: readonly FlowState[]
  readonly arrows: readonly FlowArrow[]
}

export type FlowState = {
  readonly name: string
  readonly label: string
  readonly is: State['is'] | 'party'
  readonly step: number | undefined
}

export type FlowArrow = {
  /** Absent where it begins. */
  readonly from?: string | undefined
  readonly to: string
  readonly label: string
  readonly by: 'people' | 'clock' | 'effect' | 'courier'
  /** Only where a rule holds afterwards. */
  readonly sometimes: boolean
}

/** The flow of the record; where mistaken entries lie is no step of it. Parties whose steps carry it on stand in it as one box each. */
export function flowOf(whole: Kind): FlowView {
  const own = Object.entries(whole.states).filter(([name]) => name !== takenBackState)
  const kind = { ...whole, states: Object.fromEntries(own) }
  const roles = Object.entries(kind.parties ?? {}).flatMap(([role, party]) => {
    const arrows = named(party.states).flatMap(([, command]) =>
      (command.carries ?? []).map(({ to }) => ({ to, label: command.label })),
    )
    return arrows.length === 0 ? [] : [{ role, label: party.label, arrows: distinct(arrows) }]
  })
  const steps = (name: string) => kind.states[name]?.step
  return {
    states: [
      ...statesOf(kind.states),
      ...roles.map(({ role, label, arrows }) => ({
        name: partyNode(role),
        label: `${label}办理`,
        is: 'party' as const,
        step: Math.min(...arrows.map(({ to }) => steps(to) ?? 1)) - 0.5,
      })),
    ],
    arrows: [
      ...Object.values(kind.starts).flatMap((command) => arrowsOf(undefined, command)),
      ...arrowsIn(kind.states),
      ...roles.flatMap(({ role, arrows }) =>
        arrows.map((arrow) => ({
          ...arrow,
          from: partyNode(role),
          by: 'people' as const,
          sometimes: true,
        })),
      ),
    ],
  }
}

/** The small flow of each role of parties; roles that go the same way are told together. */
export function partyFlowsOf(kind: Kind) {
  const same = Map.groupBy(eachPartyFlow(kind), ({ states, arrows }) =>
    JSON.stringify([states, arrows]),
  )
  return [...same.values()].flatMap((alike) => {
    const [first] = alike
    return first === undefined
      ? []
      : [{ ...first, label: alike.map(({ label }) => label).join('、') }]
  })
}

function eachPartyFlow(kind: Kind) {
  return Object.entries(kind.parties ?? {}).map(([role, party]) => ({
    role,
    label: party.label,
    states: statesOf(party.states),
    arrows: [
      { to: party.start, label: '加入', by: 'people' as const, sometimes: false },
      ...arrowsIn(party.states),
    ],
  }))
}

function statesOf(states: Readonly<Record<string, State>>): readonly FlowState[] {
  return Object.entries(states).map(([name, { label, is, step }]) => ({ name, label, is, step }))
}

function arrowsIn(states: Readonly<Record<string, State>>): readonly FlowArrow[] {
  return Object.entries(states).flatMap(([from, state]) =>
    Object.values(state.commands ?? {})
      .flatMap((command) => arrowsOf(from, command))
      .filter(({ to }) => to !== from && to !== takenBackState),
  )
}

function arrowsOf(from: string | undefined, command: Command): readonly FlowArrow[] {
  const { label, moves = [], to } = command
  const by = askedBy(command)
  const sometimes = moves.length > 0
  const targets = [...new Set([...moves.map((move) => move.to), ...(to === undefined ? [] : [to])])]
  return targets.map((target) => ({ from, to: target, label, by, sometimes }))
}

function askedBy({ by }: Command): FlowArrow['by'] {
  if (!by.every(isOfSystem)) return 'people'
  return by.includes('clock') ? 'clock' : by.includes('courier') ? 'courier' : 'effect'
}

function named(states: Readonly<Record<string, State>>): readonly (readonly [string, Command])[] {
  return Object.values(states).flatMap((state) => Object.entries(state.commands ?? {}))
}

function distinct<T extends { readonly to: string; readonly label: string }>(
  arrows: readonly T[],
): readonly T[] {
  return [...new Map(arrows.map((arrow) => [`${arrow.to} ${arrow.label}`, arrow])).values()]
}

function partyNode(role: string): string {
  return `party:${role}`
}
