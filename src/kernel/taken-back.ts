import { isOfSystem } from './actor.ts'
import type { Command, Kind, Rule, State } from './kind.ts'

/** Where a record lies that was entered by mistake and taken back before anything came of it. */
export const takenBackState = 'takenBack'
export const takenBackEvent = 'BeginningTakenBack'
const takeBackCommand = 'takeBack'

/**
 * Gives a kind the inverse of its beginnings that name none: whoever may begin such a record may take
 * it back while nothing else has happened to it. Only beginnings that did nothing to other records
 * have one, and only where no resident's or effect's beginning leads to the same state. A record
 * taken back holds no claim and counts nowhere.
 */
export function withTakeBack(kind: Kind): Kind {
  const leading = (state: string) =>
    Object.values(kind.starts).filter((start) => reached(start).includes(state))
  const isOwn = (state: string) => leading(state).length > 0 && leading(state).every(canBeTakenBack)
  const starts = Object.entries(kind.starts)
    .filter(([, start]) => reached(start).some(isOwn))
    .map(([name, start]) => [name, { ...start, undo: takeBackCommand }] as const)
  if (starts.length === 0) return kind
  const states = Object.entries(kind.states).map(
    ([name, state]) =>
      [name, isOwn(name) ? withCommand(state, takingBack(leading(name))) : state] as const,
  )
  return {
    ...kind,
    starts: { ...kind.starts, ...Object.fromEntries(starts) },
    states: { ...Object.fromEntries(states), [takenBackState]: lyingThere },
    rules: { ...kind.rules, nothingCameOfIt },
  }
}

const nothingCameOfIt: Rule = {
  says: '录入以后已经办理过，不能整件撤回',
  instead: '请按现在的环节办理',
  basis: '只有录入后没有任何办理的记录才能撤回；撤回本身也留痕',
  holds: ({ record }) => record.version === 1,
}

const lyingThere: State = { label: '录入已撤回', plain: '录入有误，已经撤回', is: 'end' }

function canBeTakenBack({ undo, by, effects = [] }: Command): boolean {
  return undo === undefined && effects.length === 0 && people(by).length > 0
}

/** A resident's way out is the kind's own; the system takes nothing back. */
function people(by: readonly string[]): readonly string[] {
  return by.filter((name) => !isOfSystem(name) && !['public', 'self'].includes(name))
}

function reached({ to, moves = [] }: Command): readonly string[] {
  return [...(to === undefined ? [] : [to]), ...moves.map((move) => move.to)]
}

function takingBack(starts: readonly Command[]): Command {
  const tells = [...new Set(starts.flatMap((start) => start.tells ?? []))]
  return {
    label: '撤回录入',
    by: [...new Set(starts.flatMap((start) => people(start.by)))],
    requires: ['nothingCameOfIt'],
    records: takenBackEvent,
    says: '录入有误，撤回',
    to: takenBackState,
    unlisted: true,
    grave: true,
    ...(tells.length === 0 ? {} : { tells }),
  }
}

function withCommand(state: State, command: Command): State {
  return { ...state, commands: { ...state.commands, [takeBackCommand]: command } }
}
