import { textOf } from '../../../kernel/field.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { hourMs, type Instant, minuteMs } from '../../../kernel/time.ts'
import { awake, workingLater } from './pace.ts'
import { ask, does, holder, later, nextOf, type Play, reporterOf } from './play.ts'

/** A dispute returned three times is heard within a day, and what is ruled holds for the next. */
export function hearsRuling(play: Play, ruling: RecordState, at: Instant): void {
  const appeal = textOf(ruling.fields, 'appeal') ?? ''
  const kase = play.cases.get(appeal)
  if (kase === undefined || kase.traits.stopAt === 'ruling') return
  const { random } = play
  const course = nextOf(play, 'ruling', ['kept', 'late', 'kept', 'revoked', 'dropped', 'kept'])
  const hours = course === 'late' ? 25 + random() * 16 : 1.5 + random() * 18
  const planned = kase.traits.quick === true ? at + 12 * minuteMs : at + hours * hourMs
  const moment =
    course === 'late' ? awake(random, planned) : Math.min(awake(random, planned), at + 23 * hourMs)
  later(play, moment, () => {
    if (play.city.record(ruling.id)?.state !== 'hearing') return
    if (course === 'dropped') {
      const data = { reason: '等不及了，已经自己想办法解决' }
      does(play, kase, { command: 'withdraw', actor: reporterOf(kase), data })
      return
    }
    const { matter, place, leaf } = kase
    const { listed, lead } = matter
    const arbiter = play.duty.unitFor('arbiter', place)
    const done = ask(play, {
      kind: 'return-ruling',
      record: ruling.id,
      command: 'rule',
      actor: holder(play, arbiter, 'arbiter', 'head'),
      data: {
        lead: play.duty.unitFor(lead, place),
        dutyItem: listed.id,
        reason: `依据清单第${listed.item.number}项“${listed.item.name}”，结合现场情况确定主办单位。`,
      },
    })
    if (done === undefined) return
    const key = `${leaf.code}|${place.district}`
    play.duty.precedents.set(key, { id: ruling.id, matter })
    if (course === 'revoked') revokes(play, { ruling: ruling.id, key, arbiter })
  })
}

function revokes(
  play: Play,
  {
    ruling,
    key,
    arbiter,
  }: { readonly ruling: string; readonly key: string; readonly arbiter: number },
): void {
  const { random, world } = play
  const moment = workingLater(world.calendar, play.now + (10 + random() * 20) * 24 * hourMs, 1)
  later(play, moment, () => {
    if (play.duty.precedents.get(key)?.id === ruling) play.duty.precedents.delete(key)
    const actor = holder(play, arbiter, 'arbiter', 'head')
    const endReason = '清单事项的责任分工已重新明确'
    ask(play, {
      kind: 'return-ruling',
      record: ruling,
      command: 'revoke',
      actor,
      data: { endReason },
    })
  })
}
