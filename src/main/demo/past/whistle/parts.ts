import type { Party, RecordState } from '../../../../kernel/record.ts'
import { hourMs, type Instant, minuteMs } from '../../../../kernel/time.ts'
import { numberOf } from '../../../../kernel/field.ts'
import { pick } from '../../random.ts'
import { workingLater } from '../pace.ts'
import { ask, holder, nextOf, type Play } from '../play.ts'
import type { Blown } from '../lives.ts'
import { asks, plans, soon } from './blow.ts'
import { departmentManners, type Manner, peerManners } from './manners.ts'
import { DONE, NUDGE, REASONS, RULED } from './words.ts'

type Part = { readonly party: Party; readonly at: Instant }
type Scene = { readonly play: Play; readonly blown: Blown }
type Spoken = { readonly command: string; readonly by: number; readonly data?: object }

const working = ['responding', 'handling']

/** A unit has been called: it signs, or says that it should not take part. */
export function joins(play: Play, blown: Blown, { party, at }: Part): void {
  const { course } = blown
  const { random } = play
  const { unit } = party
  const manner = mannerOf(play, blown, party)
  blown.manners.set(unit, manner)
  if (course.stop === 'called') return
  if (manner.nudged === true)
    planned({ play, blown, party, at: workingLater(play.world.calendar, at, 5), from: late }, () =>
      speaks(
        { play, blown, party },
        {
          command: 'nudge',
          by: blown.street,
          data: { words: pick(random, NUDGE) },
        },
      ),
    )
  const hours = manner.signs === 'late' ? 4.5 + random() * 4 : 0.1 + random() * 3.5
  const moment =
    manner.signs === 'late'
      ? workingLater(play.world.calendar, at, hours)
      : soon(play, blown, { at, hours })
  const disputes = manner.disputes !== undefined && (random() < 0.5 || course.stop === 'disputed')
  planned({ play, blown, party, at: moment, from: ['called'] }, () =>
    disputes
      ? speaks(
          { play, blown, party },
          {
            command: 'dispute',
            by: unit,
            data: { reason: pick(random, REASONS) },
          },
        )
      : speaks({ play, blown, party }, { command: 'sign', by: unit }),
  )
}

const late = ['called', 'signed', 'arrived']

function mannerOf(play: Play, blown: Blown, { unit, role }: Party): Manner {
  const { course } = blown
  const record = play.city.record(blown.id)
  const isLead = numberOf(record?.fields ?? {}, 'lead') === unit
  if (course.stop === 'disputed' && !isLead) return { disputes: 'upheld' }
  if (course.stop !== undefined) return {}
  if (course.leadReleased === true) return isLead ? { disputes: 'released' } : {}
  if (course.late === true && isLead) return { finishes: 'late' }
  const manner =
    role === 'peer' ? nextOf(play, 'peer', peerManners) : nextOf(play, 'called', departmentManners)
  return isLead && manner.disputes === 'released' ? {} : manner
}

/** A called unit has come to another state. */
export function entersPart(
  play: Play,
  blown: Blown,
  { party, record, at }: Part & { readonly record: RecordState },
): void {
  if (record.state === 'closed' || record.state === 'cancelled') return
  const part = parts[party.state]
  part?.(play, blown, { party, at })
}

const parts: Readonly<Record<string, (play: Play, blown: Blown, part: Part) => void>> = {
  signed,
  disputed,
  arrived,
  released,
}

function signed(play: Play, blown: Blown, { party, at }: Part): void {
  const { random } = play
  const { unit, fields, clocks } = party
  const manner = blown.manners.get(unit) ?? {}
  if (manner.disputes !== undefined && fields['ruled'] !== true) {
    planned(
      { play, blown, party, at: soon(play, blown, { at, hours: 0.5 }), from: ['signed'] },
      () =>
        speaks(
          { play, blown, party },
          {
            command: 'dispute',
            by: unit,
            data: { reason: pick(random, REASONS) },
          },
        ),
    )
    return
  }
  if (blown.course.stop === 'disputed') return
  const due = clocks['arrive']?.stages.find(({ fired }) => !fired)?.due
  const moment =
    manner.arrives === 'late' && due !== undefined
      ? due + (blown.occasion === 'emergency' ? 10 * minuteMs : (1 + random() * 20) * hourMs)
      : due === undefined
        ? soon(play, blown, { at, hours: 1 })
        : Math.min(
            soon(play, blown, { at, hours: 0.5 + random() * 5 }),
            Math.max(at, due - 5 * minuteMs),
          )
  planned({ play, blown, party, at: moment, from: ['signed'] }, () =>
    speaks(
      { play, blown, party },
      {
        command: 'arrive',
        by: unit,
        data: { how: pick(random, ['onSite', 'onSite', 'meeting', 'online'] as const) },
      },
    ),
  )
}

function disputed(play: Play, blown: Blown, { party, at }: Part): void {
  const { random, duty, world } = play
  if (blown.course.stop === 'disputed') return
  const { disputes } = blown.manners.get(party.unit) ?? {}
  const area = world.directory.units.get(party.unit)?.area
  const { district, city } = blown.place
  const isOwn = area === district || world.directory.areas.get(area ?? 0)?.parent === district
  const arbiter = duty.unitFor('arbiter', isOwn ? blown.place : { city })
  const hours = disputes === 'ruledLate' ? 26 + random() * 10 : 1 + random() * 20
  planned({ play, blown, party, at: at + hours * hourMs, from: ['disputed'] }, () =>
    speaks(
      { play, blown, party },
      {
        command: disputes === 'released' ? 'release' : 'uphold',
        by: arbiter,
        data: { reason: pick(random, RULED) },
      },
    ),
  )
}

function arrived(play: Play, blown: Blown, { party, at }: Part): void {
  const { random, world } = play
  const { unit } = party
  const manner = blown.manners.get(unit) ?? {}
  if (blown.course.stop === 'arrived') return
  if (manner.arrival === 'disputed') {
    blown.manners.set(unit, { ...manner, arrival: 'confirmed' })
    planned(
      { play, blown, party, at: soon(play, blown, { at, hours: 0.5 }), from: ['arrived'] },
      () =>
        speaks(
          { play, blown, party },
          {
            command: 'disputeArrival',
            by: blown.street,
            data: { reason: '现场没有见到，请到场' },
          },
        ),
    )
    return
  }
  if (manner.arrival === 'confirmed')
    planned(
      { play, blown, party, at: soon(play, blown, { at, hours: 0.4 }), from: ['arrived'] },
      () => speaks({ play, blown, party }, { command: 'confirmArrival', by: blown.street }),
    )
  const due = party.clocks['task']?.stages.find(({ fired }) => !fired)?.due ?? at + hourMs
  const left = Math.max(due - at, hourMs)
  const moment =
    manner.finishes === 'late'
      ? workingLater(world.calendar, Math.max(due, at), 1 + random() * 12)
      : blown.course.stop === undefined
        ? at + Math.min(left, 6 * 24 * hourMs) * (0.15 + 0.7 * random())
        : at + 5 * minuteMs
  planned({ play, blown, party, at: moment, from: ['arrived'] }, () =>
    speaks(
      { play, blown, party },
      {
        command: 'finish',
        by: unit,
        data: { result: pick(random, DONE) },
      },
    ),
  )
  if (manner.askedAgain === true) {
    const { askedAgain: _, ...once } = manner
    blown.manners.set(unit, once)
    planned({ play, blown, party, at: moment + 10 * minuteMs, from: ['done'] }, (now) => {
      if (now.state !== 'handling') return
      speaks(
        { play, blown, party },
        {
          command: 'again',
          by: blown.street,
          data: { reason: '请把长期措施补上' },
        },
      )
    })
  }
}

/** Who is let go leaves the whistle without a lead, or with nobody: then the street acts. */
function released(play: Play, blown: Blown, { at }: Part): void {
  plans({ play, blown, at: soon(play, blown, { at, hours: 0.5 }), states: working }, (now) => {
    const expected = now.parties.filter(({ state }) => state !== 'released')
    const next = expected.find(({ role }) => role === 'department')
    if (now.fields['lead'] !== undefined) return
    if (next !== undefined)
      asks(play, blown, { command: 'nameLead', unit: blown.street, data: { lead: next.unit } })
    else if (!expected.some(({ state }) => ['arrived', 'done'].includes(state)))
      asks(play, blown, {
        command: 'cancel',
        unit: blown.street,
        data: { reason: '改由街道自行办理' },
      })
  })
}

/** Plans something for as long as the unit is in one of these states. */
function planned(
  { play, blown, party, at, from }: Scene & Part & { readonly from: readonly string[] },
  act: (now: RecordState) => void,
): void {
  plans({ play, blown, at, states: working }, (now) => {
    const own = now.parties.find(({ unit, role }) => unit === party.unit && role === party.role)
    if (own !== undefined && from.includes(own.state)) act(now)
  })
}

function speaks({ play, blown, party }: Scene & { readonly party: Party }, spoken: Spoken): void {
  const { role, unit } = party
  const { command, by, data } = spoken
  const actor = holder(play, by, 'clerk', 'dispatcher', 'arbiter')
  ask(play, {
    kind: 'street-whistle',
    record: blown.id,
    command,
    party: { role, unit },
    actor,
    ...(data === undefined ? {} : { data: { ...data } }),
  })
}
