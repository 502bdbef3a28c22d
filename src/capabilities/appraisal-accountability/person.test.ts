import { expect, test } from 'vitest'
import type { Actor, Post } from '../../kernel/actor.ts'
import { placeOf } from '../../kernel/directory.ts'
import { type AskedHolder, holdersAmong } from '../../kernel/holder-fact.ts'
import { rehearse } from '../../kernel/rehearsal.ts'
import { at, governedWorld, post, town, unit } from '../../kernel/testing.ts'
import { seers } from '../street-mandate/testing/access-table.ts'
import type { Data } from '../street-mandate/testing/told.ts'
import { appraisalMeeting } from './appraisal-meeting/kind.ts'
import { appraisalProblem } from './appraisal-problem/kind.ts'
import { appraisalRating } from './appraisal-rating/kind.ts'
import { interview } from './interview/kind.ts'
import { organisation, organiser, secretary } from './testing/reviewing.ts'

const predecessor = post('secretary', unit.street, 'predecessor')
const successor = post('secretary', unit.street, 'successor')
/** What the predecessor holds after: a department’s leader. */
const moved = post('leader', unit.bureau, 'moved')

type When = readonly [by: Actor, at: string, data?: Data]

/** A town in which one may know who holds what, and who has moved. */
function peopled(answering: readonly Actor[] = [predecessor]) {
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

function postsOf(actors: readonly Actor[]): readonly Post[] {
  return actors.flatMap((one) => (one.by === 'post' ? [one.post] : []))
}

function moves(here: ReturnType<typeof peopled>) {
  here.now.held = postsOf([successor])
  here.now.went = moved.by === 'post' ? moved.post : undefined
}

const low = { grade: 'average', reasons: '指出的三个问题两个没有整改到位' }
const own = { unit: unit.street, year: 2026 }
const objection = { objection: '两个问题已经整改' }

function prepared(answering?: readonly Actor[]) {
  const here = peopled(answering)
  const id = here.begins('appraisal-rating/prepare', organisation, '08-03 09:00', own)
  const asks = (command: string, ...when: When) =>
    here.tries(id, `appraisal-rating/${command}`, ...when)
  return { ...here, here, id, asks }
}

test('a grade is the person’s: who comes to hold the post neither reads nor answers it', () => {
  const { here, id, asks, record } = prepared()
  expect(record(id).fields).toMatchObject({ person: 'predecessor', sits: unit.street })
  asks('rate', secretary, '08-05 09:00', low)
  moves(here)
  for (const command of ['accept', 'object'])
    expect(asks(command, successor, '08-06 09:00', objection)).toBe('notVisible')
  expect(asks('accept', post('head', unit.street), '08-06 09:00')).toBe('notVisible')
  expect(seers(appraisalRating, here.world, record(id)).join(' ')).not.toContain('street')
  expect(asks('object', moved, '08-06 09:00', objection), 'not handed on yet').toBe('notVisible')
})

test('the committee hands a grade on to who has moved, and the time to object begins anew', () => {
  const { here, id, asks, record, city } = prepared()
  asks('rate', secretary, '08-05 09:00', low)
  expect(asks('follow', secretary, '08-06 09:00'), 'nobody moved').toBe('hasMoved')
  moves(here)
  expect(asks('follow', organiser, '08-07 09:00')).toBe('notVisible')
  expect(asks('follow', organisation, '08-07 09:00')).toBeUndefined()
  expect(record(id).fields).toMatchObject({ person: 'moved', sits: unit.bureau, ...own })
  expect(city.until(at('08-14 16:59')).map(({ event }) => event.type)).toEqual([])
  expect(asks('object', moved, '08-14 16:59', objection)).toBeUndefined()
  here.now.went = predecessor.by === 'post' ? predecessor.post : undefined
  expect(asks('follow', secretary, '08-17 09:00'), 'back again').toBeUndefined()
  expect(record(id).fields).toMatchObject({ person: 'predecessor', sits: unit.street })
})

test('who moved before the grade was entered is told where they are now', () => {
  const { here, id, asks, record } = prepared()
  moves(here)
  asks('rate', secretary, '08-05 09:00', low)
  expect(record(id).fields).toMatchObject({ person: 'moved', sits: unit.bureau })
  expect(asks('accept', successor, '08-06 09:00')).toBe('notVisible')
  expect(asks('accept', moved, '08-06 09:00')).toBeUndefined()
})

test('who holds no post any more is followed nowhere, and no successor stands in', () => {
  const { here, id, asks, record } = prepared()
  here.now.held = postsOf([successor])
  asks('rate', secretary, '08-05 09:00', low)
  expect(asks('follow', secretary, '08-06 09:00')).toBe('hasMoved')
  expect(record(id).fields).toMatchObject({ person: 'predecessor', sits: unit.street })
  expect(asks('accept', successor, '08-06 09:00')).toBe('notVisible')
})

test('where nobody, or more than one, answers for the unit it stays with the seat', () => {
  for (const answering of [[], [predecessor, successor]]) {
    const { id, asks, record } = prepared(answering)
    asks('rate', secretary, '08-05 09:00', low)
    expect(record(id).fields['person']).toBeUndefined()
    expect(record(id).fields['sits']).toBe(unit.street)
    expect(asks('accept', post('clerk', unit.street), '08-06 09:00')).toBe('notVisible')
    expect(asks('accept', successor, '08-06 09:00')).toBeUndefined()
  }
})

test('an interview is with whom the grade is about, wherever they are by then', () => {
  const { here, asks, record, opened, tries } = prepared()
  asks('rate', secretary, '08-05 09:00', low)
  asks('accept', predecessor, '08-06 09:00')
  const id = opened('interview')
  expect(record(id).fields).toMatchObject({ person: 'predecessor', unit: unit.street })
  expect(seers(interview, here.world, record(id)).join(' ')).not.toContain('bureau')
  moves(here)
  tries(id, 'interview/approve', secretary, '08-07 09:00')
  expect(record(id).fields).toMatchObject({ person: 'moved', sits: unit.bureau })
  const view = { view: '情况有客观原因' }
  expect(tries(id, 'interview/speak', successor, '08-10 09:00', view)).toBe('notVisible')
  expect(tries(id, 'interview/speak', moved, '08-10 09:00', view)).toBeUndefined()
  expect(tries(id, 'interview/follow', secretary, '08-10 10:00')).toBe('hasMoved')
})

test('an interview proposed by hand is with who answers for the unit that day, and is handed on', () => {
  const here = peopled()
  const { begins, record, tries } = here
  const data = { ...own, facts: '三项整改逾期两个月' }
  const id = begins('interview/proposeByHand', organisation, '08-03 09:00', data)
  expect(record(id).fields['person']).toBe('predecessor')
  const asks = (command: string, ...when: When) => tries(id, `interview/${command}`, ...when)
  asks('approve', secretary, '08-04 09:00')
  const view = { view: '情况有客观原因' }
  expect(asks('speak', predecessor, '08-04 10:00', view)).toBeUndefined()
  moves(here)
  expect(asks('speak', successor, '08-05 09:00', view)).toBe('notVisible')
  expect(asks('follow', organisation, '08-05 10:00')).toBeUndefined()
  expect(asks('speak', moved, '08-05 11:00', view)).toBeUndefined()
  expect(record(id).parties.map(({ unit: whose }) => whose)).toEqual([unit.street])
})

test('an interview ends with who has left every post, held or not, and a held one stays counted', () => {
  for (const held of [false, true]) {
    const { here, asks, opened, tries, record } = prepared()
    asks('rate', secretary, '08-05 09:00', low)
    asks('accept', predecessor, '08-06 09:00')
    const id = opened('interview')
    tries(id, 'interview/approve', secretary, '08-07 09:00')
    if (held)
      tries(id, 'interview/hold', secretary, '08-07 10:00', {
        heldOn: '2026-08-07',
        by: '区委组织部副部长',
        notes: '就两个问题没有整改到位谈话',
        demands: '一个月内整改到位',
        dueOn: '2026-09-07',
      })
    const reason = { reason: '本人已退休' }
    const ends = (by: Actor, moment: string) => tries(id, 'interview/end', by, moment, reason)
    expect(ends(secretary, '08-10 09:00'), 'still here').toBe('hasLeft')
    here.now.held = postsOf([successor])
    expect(ends(successor, '08-10 10:00')).toBe('notVisible')
    expect(ends(secretary, '08-10 11:00')).toBeUndefined()
    expect(record(id).state).toBe('ended')
    expect(interview.counters.lowHeld.cohort(record(id))).toBe(held)
  }
})
