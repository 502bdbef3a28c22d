import { numberOf } from '../../../kernel/field.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { hourMs, type Instant, minuteMs } from '../../../kernel/time.ts'
import { pick } from '../random.ts'
import { leadOf } from './seats.ts'
import { awake, hoursBetween } from './pace.ts'
import type { Case } from './lives.ts'
import { does, holder, later, type Play, standing } from './play.ts'

/** The person who asked is spoken to before anything else is done. */
export function contacts(play: Play, kase: Case, at: Instant): void {
  const { visit, traits, leaf } = kase
  const { random } = play
  if (!kase.hasContact || traits.contact === 'never') return
  const soon = traits.quick === true || leaf.limitClass === 'urgent'
  const hours = traits.contact === 'late' ? 25 + random() * 14 : hoursBetween(random, 0.2, 4.5)
  const first = soon ? at + (5 + random() * 8) * minuteMs : awake(random, at + hours * hourMs)
  if (traits.contact !== 'missed') {
    later(play, first, () => speaks(play, kase, visit))
    return
  }
  later(play, first, () => misses(play, kase, visit))
  const second = soon ? first + 8 * minuteMs : awake(random, first + (2 + random() * 5) * hourMs)
  const reached = random() < 0.5
  later(play, second, () => (reached ? speaks(play, kase, visit) : misses(play, kase, visit)))
}

/** Spoken to, or tried twice, since it was last answered. */
export function spokenBefore({ fields }: RecordState): boolean {
  const contacted = numberOf(fields, 'contactedAt') ?? 0
  return (
    contacted > (numberOf(fields, 'answeredAt') ?? 0) || (numberOf(fields, 'attempts') ?? 0) >= 2
  )
}

/** True when an answer may go out; otherwise speaks now. */
export function hasSpoken(play: Play, kase: Case, record: RecordState): boolean {
  if (!kase.hasContact || spokenBefore(record)) return true
  speaks(play, kase, kase.visit)
  return false
}

function speaks(play: Play, kase: Case, visit: number): void {
  const record = standing(play, kase, visit)
  if (record?.state !== 'handling' || spokenBefore(record)) return
  const { random } = play
  const actor = holder(play, leadOf(record), 'clerk', 'dispatcher')
  const secret = record.fields['keepSecret'] === true
  if (!secret && random() < 0.3)
    does(play, kase, { command: 'reveal', actor, data: { reason: pick(random, REASONS) } })
  const how = secret ? 'message' : pick(random, ['phone', 'phone', 'phone', 'visit', 'message'])
  const words = random() < 0.45 ? { words: pick(random, SPOKEN) } : {}
  does(play, kase, { command: 'contact', actor, data: { how, ...words } })
}

function misses(play: Play, kase: Case, visit: number): void {
  const record = standing(play, kase, visit)
  if (record?.state !== 'handling') return
  const actor = holder(play, leadOf(record), 'clerk', 'dispatcher')
  const words = pick(play.random, ['电话无人接听', '号码暂时无法接通', '接通后说正忙，约晚些再打'])
  does(play, kase, { command: 'contactFailed', actor, data: { words } })
}

const REASONS = ['联系诉求人核实情况', '约定上门时间', '告知办理进展']
const SPOKEN = [
  '核实了具体位置和时间，约定现场见面。',
  '说明了办理流程和大致时间，诉求人表示理解。',
  '诉求人补充说主要在晚上，安排晚间到场。',
  '已告知由哪个科室负责和联系方式。',
]
