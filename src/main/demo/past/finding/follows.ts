import { isGiven, numberOf } from '../../../../kernel/field.ts'
import type { RecordState } from '../../../../kernel/record.ts'
import type { Step } from '../../../../kernel/rehearsal.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { findingCategories } from '../../finding-categories.ts'
import { pick } from '../../random.ts'
import { workingLater } from '../pace.ts'
import { holder, type Play } from '../play.ts'
import { entersDispatched, handlerOf, handles } from './handling.ts'
import { stepsUp } from './traits.ts'
import type { Walk } from '../lives.ts'
import { asks, atDesk, plans, soon } from './walk.ts'
import { DENIALS, NOT_FILED, TASKS, UP_REASONS } from './words.ts'

const limitClasses = new Map(
  findingCategories.map(({ value, limitClass = 'ordinary' }) => [value, limitClass]),
)

/** A report has been made: those who are to look into it take up their part. */
export function takesUp(play: Play, record: RecordState, walk: Walk): void {
  play.walks.set(walk.id, walk)
  enters(play, walk, { record, at: play.now })
}

/** Whoever has to act after a step of a finding takes up their part. */
export function followsFinding(play: Play, { before, after, event }: Step): void {
  const walk = play.walks.get(after.id)
  if (walk === undefined) return
  const heard = ['FindingConfirmed', 'FindingLapsed'].includes(event.type)
  if (before?.state !== after.state) enters(play, walk, { record: after, at: event.at })
  else if (heard && walk.traits.stopAt !== 'feedback') closes(play, walk, event.at)
}

function enters(
  play: Play,
  walk: Walk,
  { record, at }: { readonly record: RecordState; readonly at: Instant },
): void {
  walk.visit += 1
  const begin = parts[record.state]
  if (begin === undefined) play.walks.delete(walk.id)
  else if (walk.traits.stopAt !== record.state) begin(play, walk, at)
}

const parts: Readonly<Record<string, (play: Play, walk: Walk, at: Instant) => void>> = {
  reported: verifies,
  verified: givesOut,
  dispatched: entersDispatched,
  handling: handles,
  feedback: asksFinder,
}

function verifies(play: Play, walk: Walk, at: Instant): void {
  const { random } = play
  const { traits } = walk
  const hours = traits.verifyLate ? 4.5 + random() * 5 : 0.1 + random() * 3
  plans({ play, walk, at: soon(play, walk, { at, hours }) }, (now) => {
    const actor = atDesk(play, now)
    if (traits.notFiled) {
      const [ground, groundWords] = pick(random, NOT_FILED)
      asks(play, walk, { command: 'notAFinding', actor, data: { ground, groundWords } })
      return
    }
    const limitClass = limitClasses.get(walk.leaf) ?? 'ordinary'
    asks(play, walk, { command: 'verify', actor, data: { limitClass } })
  })
}

/** Up as far as it must, then to whoever can handle it there. */
function givesOut(play: Play, walk: Walk, at: Instant): void {
  const { random } = play
  const { traits, place } = walk
  const hours = traits.dispatchLate ? 4.5 + random() * 5 : 0.05 + random() * 1.5
  plans({ play, walk, at: soon(play, walk, { at, hours }) }, (now) => {
    const actor = atDesk(play, now)
    const desk = numberOf(now.fields, 'desk')
    const ladder = [
      play.duty.communityFor(place),
      play.duty.unitFor('street', place),
      play.duty.unitFor('district-centre', place),
      play.duty.unitFor('city-hotline', place),
    ]
    if (ladder.indexOf(desk) < stepsUp(traits.level)) {
      const data = { reason: pick(random, UP_REASONS) }
      if (asks(play, walk, { command: 'passUp', actor, data })) givesOut(play, walk, play.now)
      return
    }
    const data = {
      handler: handlerOf(play, walk),
      ...(random() < 0.3 ? { task: pick(random, TASKS) } : {}),
    }
    asks(play, walk, { command: 'dispatch', actor, data })
  })
}

/** The finder answers or does not; who says nothing is taken to have been told in the end. */
function asksFinder(play: Play, walk: Walk, at: Instant): void {
  const { random } = play
  const { traits, finder } = walk
  const isDenied = walk.denialsLeft > 0
  if (traits.heard === 'nothing') return
  plans({ play, walk, at: workingLater(play.world.calendar, at, 0.5 + random() * 14) }, (now) => {
    if (isGiven(now.fields['heard'])) return
    walk.denialsLeft = 0
    if (isDenied)
      asks(play, walk, { command: 'deny', actor: finder, data: { reason: pick(random, DENIALS) } })
    else asks(play, walk, { command: 'confirm', actor: finder })
  })
}

function closes(play: Play, walk: Walk, at: Instant): void {
  const { random, world } = play
  const hours = walk.traits.archiveLate ? 18 + random() * 12 : 0.1 + random() * 9
  plans({ play, walk, at: workingLater(world.calendar, at, hours) }, (now) => {
    const closer = numberOf(now.fields, 'closer') ?? 0
    const actor = holder(play, closer, 'worker', 'dispatcher', 'clerk')
    if (walk.sendsBackLeft > 0) {
      walk.sendsBackLeft -= 1
      const data = { reason: pick(random, DENIALS) }
      asks(play, walk, { command: 'sendBack', actor, data })
    } else asks(play, walk, { command: 'archive', actor })
  })
}
