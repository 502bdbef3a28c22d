import type { Actor, Post } from '../../../kernel/actor.ts'
import { placeOf } from '../../../kernel/directory.ts'
import { type AskedHolder, holdersAmong } from '../../../kernel/holder-fact.ts'
import { rehearse } from '../../../kernel/rehearsal.ts'
import { at, governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import type { Data } from '../../street-mandate/testing/told.ts'
import { appraisalMeeting } from '../appraisal-meeting/kind.ts'
import { appraisalProblem } from '../appraisal-problem/kind.ts'
import { appraisalRating } from '../appraisal-rating/kind.ts'
import { interview } from '../interview/kind.ts'
import { organisation } from './reviewing.ts'

export const predecessor = post('secretary', unit.street, 'predecessor')
export const successor = post('secretary', unit.street, 'successor')
/** What the predecessor holds after: a department’s leader. */
export const moved = post('leader', unit.bureau, 'moved')

export type When = readonly [by: Actor, at: string, data?: Data]

/** A town in which one may know who holds what, and who has moved. */
export function peopled(answering: readonly Actor[] = [predecessor]) {
  const all = [appraisalRating, interview, appraisalProblem, appraisalMeeting]
  const kinds = new Map(all.map((kind) => [kind.name, kind]))
  const world = governedWorld(all)
  const now: { held: readonly Post[]; went: Post | undefined } = {
    held: postsOf(answering),
    went: undefined,
  }
  let ids = 0
  const city = rehearse({
    kinds,
    world,
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
    holders: (asked: AskedHolder) =>
      'post' in asked && now.went !== undefined ? now.went : holdersAmong(now.held)(asked),
  })
  const steps = new Set<string>()
  const asks = (line: readonly [string, Actor, string, Data?], record?: string) => {
    const [name, actor, moment, data = {}] = line
    const [kind = '', command = ''] = name.split('/')
    city.until(at(moment))
    const place = placeOf(world.directory, town.district)
    const told = city.ask({ kind, command, actor, at: at(moment), record, place, data })
    if (told.ok) for (const step of told.steps) steps.add(step.after.id)
    return told
  }
  return {
    world,
    now,
    city,
    begins: (...line: readonly [string, Actor, string, Data?]) => {
      const told = asks(line)
      if (!told.ok) throw new Error(told.refused)
      return told.record.id
    },
    tries: (record: string, ...line: readonly [string, Actor, string, Data?]) => {
      const told = asks(line, record)
      return told.ok ? undefined : told.refused
    },
    record: (id: string) => {
      const found = city.record(id)
      if (found === undefined) throw new Error(`no record ${id}`)
      return found
    },
    opened: (kind: string) => [...steps].find((id) => city.record(id)?.kind === kind) ?? '',
  }
}

export function postsOf(actors: readonly Actor[]): readonly Post[] {
  return actors.flatMap((one) => (one.by === 'post' ? [one.post] : []))
}

export function moves(here: ReturnType<typeof peopled>) {
  here.now.held = postsOf([successor])
  here.now.went = moved.by === 'post' ? moved.post : undefined
}

export const low = { grade: 'average', reasons: '指出的三个问题两个没有整改到位' }
export const own = { unit: unit.street, year: 2026 }
export const objection = { objection: '两个问题已经整改' }

export function prepared(answering?: readonly Actor[]) {
  const here = peopled(answering)
  const id = here.begins('appraisal-rating/prepare', organisation, '08-03 09:00', own)
  const asks = (command: string, ...when: When) =>
    here.tries(id, `appraisal-rating/${command}`, ...when)
  return { ...here, here, id, asks }
}
