import type { Kind } from '../../src/kernel/kind.ts'
import type { Step } from '../../src/kernel/rehearsal.ts'
import type { Party, RecordState } from '../../src/kernel/record.ts'
import type { CutLife } from './seeds.ts'

/**
 * Lives of a kind that stand in every state, and beside it in every state of every party: those that
 * happened, and where none went, one put there by hand. Who may ask what does not depend on how a
 * record came to where it is. Their clocks are taken off: nothing runs out while they are asked.
 */
export function livesEverywhere(
  kind: Kind,
  lives: readonly CutLife[],
  newId: () => string,
): readonly CutLife[] {
  const own = lives.filter((life) => life.kind === kind)
  const [first] = own
  if (first === undefined) return []
  const states = Object.keys(kind.states).map(
    (state) => own.find(({ record }) => record.state === state) ?? put(first, { state }, newId()),
  )
  const parties = Object.entries(kind.parties ?? {}).flatMap(([role, { states: within }]) =>
    Object.keys(within).map((state) => {
      const isThere = (party: Party) => party.role === role && party.state === state
      const live = own.filter(({ record }) => isOpen(kind, record))
      const base = live[0] ?? first
      return (
        live.find(({ record }) => record.parties.some(isThere)) ??
        put(base, { parties: withParty(kind, base.record, { role, state }) }, newId())
      )
    }),
  )
  return [...new Set([...states, ...parties])].map(unclocked)
}

function isOpen(kind: Kind, { state }: RecordState): boolean {
  return kind.states[state]?.is === 'working'
}

function withParty(
  kind: Kind,
  record: RecordState,
  { role, state }: Pick<Party, 'role' | 'state'>,
): readonly Party[] {
  const known = record.parties.find((party) => party.role === role)
  const own = known ?? { unit: record.parties[0]?.unit ?? unitIn(kind, record), role }
  const { openedAt } = record
  const party = { fields: {}, clocks: {}, joinedAt: openedAt, ...own, state }
  return [...record.parties.filter((one) => one !== known), party]
}

/** Some unit that the record names, or the first there is. */
function unitIn(kind: Kind, { fields }: RecordState): number {
  const named = Object.entries(fields).flatMap(([name, value]) =>
    kind.fields[name]?.type === 'unit' && typeof value === 'number' ? [value] : [],
  )
  return named[0] ?? 1
}

/** The life with one more step, that puts the record where it never went, under an id of its own. */
function put(
  { kind, steps, record }: CutLife,
  change: { readonly state?: string; readonly parties?: readonly Party[] },
  id: string,
): CutLife {
  const [first] = steps
  if (first === undefined) throw new Error('a life without a step')
  const after = { ...record, ...change, id, number: id, version: 1 }
  // It stands for where it is only: what it would claim belongs to the one it was made from.
  const unclaimed = { ...kind, claims: {} }
  return { kind: unclaimed, steps: [{ ...alone(first, after), kind: unclaimed }], record: after }
}

/** A single first step that leaves a record as it is wanted. */
function alone(step: Step, after: RecordState): Step {
  const { state, title, place, fields, parties } = after
  const change = { state, title, place, fields, parties, takers: after.takers }
  const event = { ...step.event, seq: 1, input: {}, change }
  return {
    ...step,
    before: undefined,
    after,
    event,
    input: {},
    words: {},
    contents: [],
    apart: {},
    openedBy: undefined,
  }
}

function unclocked({ kind, steps, record }: CutLife): CutLife {
  const still = {
    ...record,
    clocks: {},
    parties: record.parties.map((party) => ({ ...party, clocks: {} })),
  }
  const last = steps.at(-1)
  if (last === undefined) throw new Error('a life without a step')
  return { kind, steps: [...steps.slice(0, -1), { ...last, after: still }], record: still }
}
