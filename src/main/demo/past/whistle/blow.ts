import type { Blown } from '../lives.ts'
import type { Place } from '../../../../kernel/directory.ts'
import { numberOf, textOf } from '../../../../kernel/field.ts'
import type { RecordState } from '../../../../kernel/record.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { minuteMs } from '../../../../kernel/time.ts'
import { pick } from '../../random.ts'
import { workingLater } from '../pace.ts'
import { ask, type Data, holder, later, nextOf, type Play } from '../play.ts'
import { type WhistleCourse, whistleCourses } from './manners.ts'

type What = {
  readonly matter: string
  readonly occasion: string
  readonly spot: string
  readonly title?: string
}

/** A street whistles by itself. */
export function blows(
  play: Play,
  place: Place,
  { course = nextOf(play, 'whistle', whistleCourses), ...what }: What & { course?: WhistleCourse },
): void {
  const actor = holder(play, play.duty.unitFor('street', place), 'dispatcher', 'clerk')
  const data = { ...what, ...called(play, place, course) }
  play.nextCourse = course
  ask(play, { kind: 'street-whistle', command: 'whistle', actor, place, data })
}

/** A street that cannot solve an appeal alone whistles for it. */
export function blowsFor(play: Play, appeal: RecordState, what: Omit<What, 'title'>): void {
  const { place } = appeal
  const course = nextOf(play, 'whistle', whistleCourses)
  const actor = holder(play, numberOf(appeal.fields, 'lead') ?? 0, 'dispatcher', 'clerk')
  const data = { ...what, ...called(play, place, course) }
  play.nextCourse = course
  const kind = 'resident-appeal'
  ask(play, { kind, command: 'whistle', record: appeal.id, actor, data })
}

/** The units that the matter needs, one of them in the lead. */
function called(play: Play, place: Place, course: WhistleCourse): Data {
  const { random, duty } = play
  const least = course.leadReleased === true ? 2 : 1
  const count = least + (random() < 0.55 ? 1 : 0) + (random() < 0.25 ? 1 : 0)
  const units = new Set<number>()
  while (units.size <= count)
    units.add(duty.unitFor(pick(random, random() < 0.08 ? CITY_ONLY : KEYS), place))
  const [lead = 0, ...others] = units
  const peers = peersOf(play, place, course)
  return { lead, called: others, basis: '街道职责清单配合事项', ...(peers ? { peers } : {}) }
}

function peersOf(
  play: Play,
  place: Place,
  { peers }: WhistleCourse,
): readonly number[] | undefined {
  if (peers === undefined) return undefined
  const own = play.duty.unitFor('street', place)
  const { directory } = play.world
  const streets = [...directory.units.values()].filter(({ id, type, area }) => {
    const isNear = directory.areas.get(area)?.parent === place.district
    return type === 'street' && id !== own && isNear === (peers === 'own')
  })
  return [pick(play.random, streets).id]
}

const KEYS = [
  '城市管理局',
  '城市管理局',
  '公安局',
  '市场监督管理局',
  '交通警察支队',
  '住房和城乡建设局',
  '生态环境局',
  '消防救援支队',
  '水务局',
  '自然资源和规划局',
  '应急管理局',
]
const CITY_ONLY = ['供电局', '自来水集团', '燃气集团', '文化和旅游局']

/** What a blown whistle is remembered as. */
export function blownOf(play: Play, record: RecordState): Blown {
  const course = play.nextCourse ?? {}
  play.nextCourse = undefined
  return {
    id: record.id,
    place: record.place,
    street: numberOf(record.fields, 'street') ?? 0,
    occasion: textOf(record.fields, 'occasion') ?? '',
    course,
    manners: new Map(),
    pressed: new Set(),
    sendsBackLeft: course.sentBack === true ? 1 : 0,
  }
}

export function asks(
  play: Play,
  { id }: Blown,
  line: { readonly command: string; readonly unit: number; readonly data?: Data },
): boolean {
  const actor = holder(play, line.unit, 'clerk', 'dispatcher')
  const { command, data = {} } = line
  return ask(play, { kind: 'street-whistle', record: id, command, actor, data }) !== undefined
}

/** In minutes for what cannot wait, else in working hours. */
export function soon(
  play: Play,
  { occasion, course }: Blown,
  { at, hours }: { readonly at: Instant; readonly hours: number },
): Instant {
  return occasion === 'emergency' || course.stop !== undefined
    ? at + (1 + play.random() * 4) * minuteMs
    : workingLater(play.world.calendar, at, hours)
}

/** Plans something for as long as the whistle is in one of these states. */
export function plans(
  planned: {
    readonly play: Play
    readonly blown: Blown
    readonly at: Instant
    readonly states: readonly string[]
  },
  act: (now: RecordState) => void,
): void {
  const { play, blown, at, states } = planned
  const { id } = blown
  later(play, at, () => {
    const now = play.city.record(id)
    if (now !== undefined && states.includes(now.state)) act(now)
  })
}
