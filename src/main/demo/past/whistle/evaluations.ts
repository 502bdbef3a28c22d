import { numberOf, textOf } from '../../../../kernel/field.ts'
import type { Step } from '../../../../kernel/rehearsal.ts'
import { pick } from '../../random.ts'
import { workingLater } from '../pace.ts'
import { ask, type Data, holder, later, nextOf, type Play } from '../play.ts'
import { evaluationCourses } from './manners.ts'
import { COMMENTS } from './words.ts'

type Side = 'department' | 'street'

/** After a whistle, both sides judge each other's work, or let the time pass. */
export function followsEvaluation(play: Play, { before, after, event }: Step): void {
  if (before !== undefined && before.state === after.state) return
  if (play.unjudged.has(textOf(after.fields, 'whistle') ?? '')) return
  if (before === undefined)
    play.judgings.set(after.id, nextOf(play, 'evaluation', evaluationCourses))
  const course = play.judgings.get(after.id)
  if (course === undefined) return
  const { random, world } = play
  const asks = (side: Side, command: string, data: () => Data) =>
    later(play, workingLater(world.calendar, event.at, 1 + random() * 28), () => {
      if (play.city.record(after.id)?.state !== after.state) return
      const unit = numberOf(after.fields, side) ?? 0
      const actor = holder(play, unit, 'clerk', 'dispatcher')
      ask(play, { kind: 'department-evaluation', record: after.id, command, actor, data: data() })
    })
  if (after.state === 'judging') {
    if (course !== 'nobody' && course !== 'departmentOnly')
      asks('street', 'judgeDepartment', () => judgement(play, 'department'))
    if (course !== 'nobody' && course !== 'streetOnly')
      asks('department', 'judgeStreet', () => judgement(play, 'street'))
  }
  if (after.state === 'replying') {
    const words = '意见收到，已向经办科室反馈改进'
    if (course === 'bothReplied') asks('street', 'replyAsStreet', () => ({ streetReply: words }))
    if (course === 'bothReplied' || course === 'departmentReplied')
      asks('department', 'replyAsDepartment', () => ({ departmentReply: words }))
  }
  if (after.state === 'closed') play.judgings.delete(after.id)
}

function judgement({ random }: Play, side: Side): Data {
  const grade = () => {
    const at = random()
    return at < 0.72 ? 'good' : at < 0.94 ? 'fair' : 'poor'
  }
  const grades = ['Response', 'Attitude', 'Quality', 'Result'].map((aspect) => [
    `${side}${aspect}`,
    grade(),
  ])
  return {
    ...Object.fromEntries(grades),
    ...(random() < 0.4 ? { [`${side}Comment`]: pick(random, COMMENTS) } : {}),
  }
}
