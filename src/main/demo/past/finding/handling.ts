import { numberOf } from '../../../../kernel/field.ts'
import { hourMs, type Instant, minuteMs } from '../../../../kernel/time.ts'
import { NUDGES } from '../../answer-sentences.ts'
import { pick } from '../../random.ts'
import { hoursBetween, workingLater } from '../pace.ts'
import type { Play } from '../play.ts'
import type { Walk } from '../lives.ts'
import { asks, asksAsParty, atDesk, atHandler, plans, soon } from './walk.ts'
import { GIVEN_BACK, PART_RESULTS, PART_TASKS, PROGRESS, RESULTS } from './words.ts'

/** Who handles such a matter at the level it has come to. */
export function handlerOf(play: Play, { leaf, place, traits }: Walk): number {
  const { duty } = play
  const street = duty.unitFor('street', place)
  const key = DEPARTMENTS[leaf] ?? DEPARTMENTS[leaf.slice(0, 2)] ?? '城市管理局'
  if (traits.level === 'community') return duty.communityFor(place) ?? street
  if (traits.level === 'street') {
    const block = BLOCKS[leaf] ?? BLOCKS[leaf.slice(0, 2)] ?? '城市管理'
    return duty.officeOf(block, place) ?? street
  }
  return duty.unitFor(key, traits.level === 'city' ? { city: place.city } : place)
}

/** Signed, taken back or given back. */
export function entersDispatched(play: Play, walk: Walk, at: Instant): void {
  const { random } = play
  const { traits } = walk
  if (walk.recallsLeft > 0) {
    walk.recallsLeft -= 1
    plans({ play, walk, at: at + (1 + random() * 2) * minuteMs }, (now) => {
      asks(play, walk, { command: 'recall', actor: atDesk(play, now) })
    })
    return
  }
  const hours = traits.signLate ? 4.5 + random() * 6 : hoursBetween(random, 0.05, 3.5)
  plans({ play, walk, at: soon(play, walk, { at, hours }) }, (now) => {
    const actor = atHandler(play, now)
    if (walk.returnsLeft > 0 && random() < 0.5) {
      walk.returnsLeft -= 1
      asks(play, walk, { command: 'giveBack', actor, data: { reason: pick(random, GIVEN_BACK) } })
    } else asks(play, walk, { command: 'sign', actor })
  })
}

/** Under control first where that has a limit, then with others, then done. */
export function handles(play: Play, walk: Walk, at: Instant): void {
  const { random, world } = play
  const { traits, id } = walk
  const record = play.city.record(id)
  if (record === undefined) return
  if (walk.returnsLeft > 0) {
    walk.returnsLeft -= 1
    plans({ play, walk, at: soon(play, walk, { at, hours: 0.3 + random() }) }, (now) => {
      const data = { reason: pick(random, GIVEN_BACK) }
      asks(play, walk, { command: 'giveBack', actor: atHandler(play, now), data })
    })
    return
  }
  controls(play, walk, at)
  const due = record.clocks['limit']?.stages[0]?.due ?? at + hourMs
  const calls = traits.calls !== 'nobody' && !traits.urgent && record.parties.length === 0
  if (calls) callsParts(play, walk, at)
  if (traits.notes) asides(play, walk, { at, due })
  const moment = traits.late
    ? workingLater(world.calendar, due, 0.5 + random() * 20)
    : at + (due - at) * (0.08 + 0.75 * random())
  const ready = traits.quick ? at + 8 * minuteMs : moment
  plans({ play, walk, at: ready }, () => finishes(play, walk, 0))
}

function controls(play: Play, walk: Walk, at: Instant): void {
  const record = play.city.record(walk.id)
  const due = record?.clocks['control']?.stages.find(({ fired }) => !fired)?.due
  if (due === undefined) return
  const moment = walk.traits.controlLate
    ? due + (5 + play.random() * 40) * minuteMs
    : at + (due - at) * play.random() * 0.8
  plans({ play, walk, at: moment }, (now) => {
    if (now.fields['controlledAt'] !== undefined) return
    const data = { words: '已设围挡和警示，现场有人看守' }
    asks(play, walk, { command: 'control', actor: atHandler(play, now), data })
  })
}

/** Not before every unit called has done its part, or was let go. */
function finishes(play: Play, walk: Walk, tries: number): void {
  const { random, world } = play
  const now = play.city.record(walk.id)
  if (now === undefined) return
  const waiting = now.parties.find(({ state }) => !['done', 'declined'].includes(state))
  if (waiting !== undefined) {
    if (tries > 3) {
      const data = { unit: waiting.unit, reason: '现场已由处置单位办完' }
      asks(play, walk, { command: 'release', actor: atDesk(play, now), data })
    }
    plans({ play, walk, at: workingLater(world.calendar, play.now, 3) }, () =>
      finishes(play, walk, tries + 1),
    )
    return
  }
  const data = { result: pick(random, RESULTS) }
  asks(play, walk, { command: 'finish', actor: atHandler(play, now), data })
}

function callsParts(play: Play, walk: Walk, at: Instant): void {
  const { random, world, duty } = play
  const { traits, place } = walk
  plans({ play, walk, at: workingLater(world.calendar, at, 0.2 + random()) }, (now) => {
    const handler = numberOf(now.fields, 'handler')
    const unit = [duty.communityFor(place), duty.officeOf('综合执法', place)].find(
      (one) => one !== undefined && one !== handler,
    )
    const isOwn = now.fields['desk'] === duty.communityFor(place)
    if (unit === undefined || isOwn) return
    const actor = random() < 0.7 ? atHandler(play, now) : atDesk(play, now)
    const data = { units: [unit], task: pick(random, PART_TASKS) }
    if (!asks(play, walk, { command: 'call', actor, data }) || traits.calls === 'released') return
    const joined = workingLater(world.calendar, play.now, 0.2 + random() * 3)
    if (traits.calls === 'declines') {
      const reason = pick(random, GIVEN_BACK)
      plans({ play, walk, at: joined }, () =>
        asksAsParty(play, walk, { command: 'decline', unit, data: { reason } }),
      )
      return
    }
    const hours = traits.calls === 'late' ? 24 + random() * 8 : 1 + random() * 8
    const result = pick(random, PART_RESULTS)
    plans({ play, walk, at: joined }, () => asksAsParty(play, walk, { command: 'join', unit }))
    plans({ play, walk, at: workingLater(world.calendar, joined, hours) }, () =>
      asksAsParty(play, walk, { command: 'finishPart', unit, data: { result } }),
    )
  })
}

function asides(play: Play, walk: Walk, { at, due }: { at: Instant; due: Instant }): void {
  const { random } = play
  const some = () => at + (due - at) * (0.1 + 0.6 * random())
  plans({ play, walk, at: some() }, (now) => {
    asks(play, walk, {
      command: 'progress',
      actor: atHandler(play, now),
      data: { words: pick(random, PROGRESS) },
    })
  })
  if (random() < 0.5)
    plans({ play, walk, at: some() }, (now) => {
      const data = { words: pick(random, NUDGES) }
      asks(play, walk, { command: 'nudge', actor: atDesk(play, now), data })
    })
}

/** Which department has such matters, by category or its group. */
const DEPARTMENTS: Readonly<Record<string, string>> = {
  E105: '水务局',
  E3: '住房和城乡建设局',
  E4: '水务局',
  E503: '交通警察支队',
  E6: '消防救援支队',
  P2: '交通警察支队',
}
const BLOCKS: Readonly<Record<string, string>> = {
  E106: '综合执法',
  E2: '综合执法',
  E5: '综合执法',
  E4: '平安建设',
  E6: '平安建设',
}
