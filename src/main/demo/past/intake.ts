import type { Instant } from '../../../kernel/time.ts'
import { hourMs, minuteMs } from '../../../kernel/time.ts'
import { notAcceptedGrounds } from '../not-accepted.ts'
import { pick } from '../random.ts'
import { dispatchData, wrongDispatchData } from './dispatch.ts'
import { deskOf } from './seats.ts'
import { awake, hoursBetween } from './pace.ts'
import type { Case } from './lives.ts'
import { does, holder, later, type Play, reporterOf, standing } from './play.ts'

/** 接: what came in is declined, merged, taken back or dispatched. */
export function entersIntake(play: Play, kase: Case, at: Instant): void {
  const { visit, traits } = kase
  const { random } = play
  if (traits.fate === 'withdraw') {
    later(play, at + hoursBetween(random, 0.1, 3) * hourMs, () => withdraws(play, kase, visit))
    return
  }
  later(play, deskMoment(play, kase, at), () => {
    const record = standing(play, kase, visit)
    if (record === undefined) return
    const actor = holder(play, deskOf(record), 'dispatcher', 'agent')
    if (traits.fate === 'notAccept') {
      const { code, turnTo } = pick(random, notAcceptedGrounds)
      does(play, kase, { command: 'notAccept', actor, data: { ground: code, turnTo } })
      return
    }
    if (kase.primary !== undefined && mayMerge(play, kase.primary)) {
      does(play, kase, { command: 'merge', actor, data: { primary: kase.primary } })
      return
    }
    const wrong = kase.returnsLeft > 0 && record.fields['returns'] === undefined
    const data = wrong ? wrongDispatchData(play, kase) : dispatchData(play, kase)
    does(play, kase, { command: 'dispatch', actor, data })
  })
}

/** One merge in twelve turns out to be another matter. */
export function entersMerged(play: Play, kase: Case, at: Instant): void {
  const { visit } = kase
  if (play.random() >= 0.08) return
  later(play, awake(play.random, at + hoursBetween(play.random, 0.3, 5) * hourMs), () => {
    const record = standing(play, kase, visit)
    if (record === undefined) return
    const actor = holder(play, deskOf(record), 'dispatcher', 'agent')
    kase.primary = undefined
    does(play, kase, { command: 'unmerge', actor })
  })
}

export function withdraws(play: Play, kase: Case, visit: number): void {
  if (standing(play, kase, visit) === undefined) return
  const reason = pick(play.random, [
    '问题已经自行解决',
    '换了联系方式，稍后重新提交',
    '不需要了，谢谢',
  ])
  does(play, kase, { command: 'withdraw', actor: reporterOf(kase), data: { reason } })
}

function deskMoment(play: Play, { traits, leaf }: Case, at: Instant): Instant {
  const { random } = play
  if (traits.quick === true || leaf.limitClass === 'urgent')
    return at + (3 + random() * 12) * minuteMs
  if (traits.dispatchLate) return at + (25 + random() * 12) * hourMs
  return Math.min(awake(random, at + hoursBetween(random, 0.15, 6) * hourMs), at + 23.5 * hourMs)
}

function mayMerge({ city, cases }: Play, primary: string): boolean {
  const state = city.record(primary)?.state ?? ''
  return cases.has(primary) && ['dispatched', 'handling', 'checking'].includes(state)
}
