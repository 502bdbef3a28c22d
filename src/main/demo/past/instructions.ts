import { numberOf, textOf } from '../../../kernel/field.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { addDays, dayOf, type Instant } from '../../../kernel/time.ts'
import { pick } from '../random.ts'
import { type Course, courses } from './courses.ts'
import { workingLater } from './pace.ts'
import { ask, type Data, holder, later, nextOf, type Play } from './play.ts'

/** A leader's instruction is reported on, mostly in time, and read. */
export function followsInstruction(play: Play, instruction: RecordState, at: Instant): void {
  const { random, world } = play
  const isRenewed = instruction.fields['reason'] !== undefined
  const waits = play.cases.get(textOf(instruction.fields, 'about') ?? '')?.traits.instructed
  if (waits === instruction.state) return
  const course: Course = isRenewed || waits !== undefined ? 'read' : courseOf(play, instruction.id)
  if (instruction.state === 'given') {
    if (course === 'revoked') {
      later(play, workingLater(world.calendar, at, 0.5 + random() * 5), () =>
        does(play, instruction.id, { from: 'given', by: 'leader', command: 'revoke' }),
      )
      return
    }
    const hours = course === 'late' ? 70 + random() * 40 : 2 + random() * 10
    later(play, workingLater(world.calendar, at, hours), () =>
      does(play, instruction.id, {
        from: 'given',
        by: 'doer',
        command: 'report',
        data: { reply: pick(random, REPLIES) },
      }),
    )
  }
  if (instruction.state === 'reported' && course !== 'unread')
    reads(play, instruction, { at, course })
}

/** Drawn when it is given, and kept to. */
function courseOf(play: Play, id: string): Course {
  const known = play.courses.get(id)
  if (known !== undefined) return known
  const course = nextOf<Course>(play, 'instruction', courses)
  play.courses.set(id, course)
  return course
}

function reads(
  play: Play,
  instruction: RecordState,
  { at, course }: { readonly at: Instant; readonly course: Course },
): void {
  const { random, world } = play
  later(play, workingLater(world.calendar, at, 1 + random() * 20), () => {
    const accept = { from: 'reported', by: 'leader', command: 'accept' } as const
    if (course !== 'again') does(play, instruction.id, accept)
    else
      does(play, instruction.id, {
        ...accept,
        command: 'again',
        data: { reason: '请再到现场看一次，把长期措施写清楚', dueOn: addDays(dayOf(play.now), 4) },
      })
  })
}

function does(
  play: Play,
  id: string,
  step: { from: string; by: 'leader' | 'doer'; command: string; data?: Data },
): void {
  const record = play.city.record(id)
  if (record?.state !== step.from) return
  const unit = numberOf(record.fields, step.by === 'leader' ? 'leader' : 'unit')
  if (unit === undefined) return
  const actor =
    step.by === 'leader'
      ? holder(play, unit, 'leader', 'head')
      : holder(play, unit, 'clerk', 'head', 'worker')
  const { command, data = {} } = step
  ask(play, { kind: 'instruction', record: id, command, actor, data })
}

const REPLIES = [
  '已到现场处理，并与反映人当面沟通，后续每周巡查一次。',
  '已约谈责任方，整改方案和完成时间已经明确。',
  '同类点位已全部排查，发现的问题正在逐个处理。',
]
