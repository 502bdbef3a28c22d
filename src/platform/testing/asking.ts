import type { Actor } from '../../kernel/actor.ts'
import { commandOf } from '../../kernel/standing.ts'
import { nothingPrepared, prepare } from '../asking/prepare.ts'
import { ask } from '../asking/ask.ts'
import type { Answer, AskDeps, Done } from '../asking/types.ts'
import { newId } from '../numbers/ids.ts'
import type { Database } from '../store/database.ts'
import { loadRecord } from '../store/load.ts'
import { matter } from './kinds.ts'
import { city, desk, keys, place, postIn, world } from './world.ts'

/** 9:00 of a working day. */
export const morning = Date.UTC(2026, 2, 2, 1, 0)
export const hour = 3_600_000

export type TestAsk = {
  readonly id?: string
  readonly record?: string
  readonly by?: number | Actor
  readonly at?: number
  readonly party?: { readonly role: string; readonly unit: number }
}

/** Asks of matters, with a clock that a test moves by hand. */
export function testAsking(db: Database, prefix = 'N') {
  let numbers = 0
  const clock = { now: morning }
  const deps: AskDeps = {
    db,
    registry: new Map([[matter.name, matter]]),
    worldOf: () => world,
    keys,
    now: () => clock.now,
    newId,
    nextNumber: () => `${prefix}${(numbers += 1)}`,
    segment: (text) => [...text].map((_, index, all) => all.slice(index, index + 2).join('')),
  }
  const tried = async (
    command: string,
    raw: Readonly<Record<string, unknown>>,
    how: TestAsk = {},
  ): Promise<Answer> => {
    const by = how.by ?? desk
    const at = how.at ?? clock.now
    const fields = await inputOf(db, command, how)
    return ask(deps, {
      id: how.id ?? newId(),
      city,
      kind: matter.name,
      command,
      actor: typeof by === 'number' ? { by: 'post', post: postIn(by) } : by,
      at,
      record: how.record,
      place,
      party: how.party,
      prepared: fields === undefined ? nothingPrepared : prepare(fields, raw, deps),
    })
  }
  const asked = async (
    command: string,
    raw: Readonly<Record<string, unknown>>,
    how: TestAsk = {},
  ): Promise<Done> => {
    const answer = await tried(command, raw, how)
    if (!answer.ok) throw new Error(`${command} was refused: ${answer.refused}`)
    return answer
  }
  return { deps, clock, tried, asked }
}

async function inputOf(db: Database, command: string, how: TestAsk) {
  if (how.record === undefined) return matter.starts[command]?.input
  const before = (await loadRecord(db, city, how.record))?.record
  if (before === undefined) return undefined
  const { party } = how
  const at = party && before.parties.find((one) => one.unit === party.unit)
  return commandOf(matter, { before, starting: false, party: at, ask: { command, party } })?.input
}
