import type { Case } from './lives.ts'
import type { Actor, Post, Role } from '../../../kernel/actor.ts'
import type { DueQueue } from '../../../kernel/due-queue.ts'
import type { Value } from '../../../kernel/field.ts'
import type { RecordState } from '../../../kernel/record.ts'
import type { Line, Rehearsal, Rehearsed, Step } from '../../../kernel/rehearsal.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'
import { pick, type Random } from '../random.ts'
import type { DutyBook } from './duty-book.ts'
import type { Memory } from './memory.ts'

/** All that the players of the past share. */
export type Play = Memory & {
  readonly city: Rehearsal
  readonly world: World
  readonly random: Random
  readonly posts: ReadonlyMap<string, readonly Post[]>
  /** Posts that somebody can sign in to. */
  readonly accountPosts: ReadonlySet<string>
  readonly duty: DutyBook
  readonly queue: DueQueue<() => void>
  readonly heard: (steps: readonly Step[]) => void
  /** Nothing more will come of a record. */
  readonly settles: (id: string) => void
  /** Something may come of a record after its end. */
  readonly keeps: (id: string) => void
  readonly newContact: (at: Instant) => { readonly contact: string }
  now: Instant
}

export type Data = Readonly<Record<string, Value>>
export type Told = Extract<Rehearsed, { ok: true }>

/** Lets something happen at a moment, never before the present one. */
export function later(play: Play, at: Instant, act: () => void): void {
  play.queue.push(Math.max(at, play.now + 1000), act)
}

/** Asks as somebody; a refusal is counted, for scripts are meant to ask only what is allowed. */
export function ask(play: Play, line: Omit<Line, 'at'>): RecordState | undefined {
  return told(play, line)?.record
}

/** The same, with every step that came of it. */
export function told(play: Play, line: Omit<Line, 'at'>): Told | undefined {
  const answer = play.city.ask({ ...line, at: play.now })
  if (answer.ok) {
    play.heard(answer.steps)
    return answer
  }
  const key = `${line.kind}.${line.command}: ${answer.refused}`
  play.refusals.set(key, (play.refusals.get(key) ?? 0) + 1)
  return undefined
}

/** Asks of an appeal. */
export function does(
  play: Play,
  { id }: Case,
  { command, actor, data = {} }: { command: string; actor: Actor; data?: Data },
): boolean {
  return ask(play, { kind: 'resident-appeal', record: id, command, actor, data }) !== undefined
}

/** The appeal, if it is still in the visit of a state in which something was planned. */
export function standing(play: Play, kase: Case, visit: number): RecordState | undefined {
  return kase.visit === visit ? play.city.record(kase.id) : undefined
}

/** Somebody of a unit who holds the first of these roles that it has. */
export function holder(play: Play, unit: number, ...roles: readonly Role[]): Actor {
  for (const role of roles) {
    const posts = play.posts.get(`${unit}|${role}`)
    if (posts !== undefined && posts.length > 0)
      return { by: 'post', post: pick(play.random, posts) }
  }
  throw new Error(`unit ${unit} has nobody who is ${roles.join(' or ')}`)
}

export function reporterOf({ id }: Case): Actor {
  return { by: 'link', record: id }
}

/** Goes round a list of courses, so that even few cases take every course. */
export function nextOf<T>(play: Play, name: string, courses: readonly [T, ...T[]]): T {
  const round = play.rounds.get(name) ?? 0
  play.rounds.set(name, round + 1)
  return courses[round % courses.length] ?? courses[0]
}
