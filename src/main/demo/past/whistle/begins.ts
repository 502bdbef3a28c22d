import { placeOf } from '../../../../kernel/directory.ts'
import { dayMs, hourMs, type Instant } from '../../../../kernel/time.ts'
import { numberOf } from '../../../../kernel/field.ts'
import type { RecordState } from '../../../../kernel/record.ts'
import { inventSpot } from '../../places.ts'
import { pick, type Random } from '../../random.ts'
import { workingLater } from '../pace.ts'
import { later, type Play } from '../play.ts'
import { drawn } from '../weights.ts'
import { moments, walkingHours } from '../when.ts'
import { communities } from '../where.ts'
import { blows, blowsFor } from './blow.ts'
import type { WhistleCourse } from './manners.ts'
import { MATTERS } from './words.ts'

type Span = { readonly begin: Instant; readonly end: Instant; readonly count: number }

/** A quarter of all whistles are a street's own; the others come out of appeals it handles. */
export function schedulesWhistles(play: Play, { begin, end, count }: Span): number {
  const { random, world } = play
  const { calendar } = world
  const own = Math.round(count / 4)
  const places = communities(random)
  const span = { calendar, from: begin, to: end - dayMs, hours: walkingHours }
  for (const at of moments(random, { ...span, count: own }))
    later(play, at, () => {
      const { community } = drawn(random, places)
      const place = placeOf(world.directory, community.code)
      if (place !== undefined) blows(play, place, what(random, ownOccasion(random), community))
    })
  const fromAppeals = count - own
  play.mayWhistle = (at) => {
    const share = (at - begin) / (end - begin)
    return play.whistlesForAppeals < Math.ceil(fromAppeals * share)
  }
  const street = places.items.filter((spot) => spot.street.code === SHOWN_STREET)
  for (const [hours, stop] of SHOWN)
    later(play, end - hours * hourMs, () => {
      const { community } = pick(random, street)
      const place = placeOf(world.directory, community.code)
      const about = what(random, 'enforcement', community)
      if (place !== undefined) blows(play, place, { ...about, course: { stop } })
    })
  return count + SHOWN.length
}

const SHOWN_STREET = 530_102_001
/** Whistles of the shown street that stand somewhere on the day of the first start. */
const SHOWN: readonly (readonly [hours: number, stop: NonNullable<WhistleCourse['stop']>])[] = [
  [1.5, 'called'],
  [4, 'disputed'],
  [20, 'arrived'],
  [22, 'accepting'],
  [26, 'judging'],
]

/** Some of what a street handles and cannot solve alone, as far as whistles are still to come. */
export function whistlesFor(play: Play, appeal: RecordState, at: Instant): void {
  const { random, world } = play
  const unit = world.directory.units.get(numberOf(appeal.fields, 'lead') ?? 0)
  if (unit?.type !== 'street' || appeal.place.community === undefined) return
  if (!play.mayWhistle(at) || random() > 0.5) return
  play.whistlesForAppeals += 1
  play.whistled.add(appeal.id)
  const occasion = random() < 0.85 ? 'demand' : 'enforcement'
  const name = world.directory.areas.get(appeal.place.community)?.name ?? ''
  const { title: _, ...told } = what(random, occasion, { shortName: name.slice(0, 4) })
  later(play, workingLater(world.calendar, at, 0.3 + random() * 2), () => {
    const now = play.city.record(appeal.id)
    const stands = now?.state === 'handling' && now.fields['lead'] === unit.id
    if (stands) blowsFor(play, now, told)
    else {
      play.whistlesForAppeals -= 1
      play.whistled.delete(appeal.id)
    }
  })
}

function ownOccasion(random: Random): string {
  const at = random()
  if (at < 0.3) return 'keyWork'
  return at < 0.8 ? 'enforcement' : at < 0.93 ? 'emergency' : 'demand'
}

function what(random: Random, occasion: string, place: { readonly shortName: string }) {
  const [title, matter] = pick(random, MATTERS[occasion] ?? [['共同处置', '请部门到场共同处置']])
  return { title, matter, occasion, spot: inventSpot(random, place.shortName, 'street') }
}
